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

  private Limits() {}
}
