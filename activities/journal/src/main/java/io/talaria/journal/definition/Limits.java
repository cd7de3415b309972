package io.talaria.journal.definition;

import io.talaria.port.Outbound;

/**
 * What WhatsApp accepts, in UTF-16 units. See
 * https://developers.facebook.com/docs/whatsapp/cloud-api/messages/interactive-list-messages.
 */
public final class Limits {
  /** The body of a text or of a list. */
  public static final int BODY = Outbound.TEXT_LIMIT;

  /** The body over buttons, and of a template. */
  public static final int BUTTONS_BODY = 1024;

  public static final int BUTTONS = 3;
  public static final int BUTTON_TITLE = 20;
  public static final int ROWS = 10;
  public static final int ROW_TITLE = 24;

  /** The id of a list's row, which names its question and its choice. */
  public static final int ROW_ID = 200;

  /**
   * Steps of a definition, explored questions and fields of forms included: a journey carries the
   * id and the answer of each, and all it carries must fit into one payload of Temporal's, 2 MB.
   */
  public static final int STEPS = 2000;

  /** What stands for {@code {token}} in the address of a form. */
  static final int TOKEN = 240;

  private Limits() {}
}
