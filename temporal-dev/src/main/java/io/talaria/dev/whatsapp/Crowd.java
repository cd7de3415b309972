package io.talaria.dev.whatsapp;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Numbers that have WhatsApp but no phone on the page: whoever measures writes their webhooks
 * himself, statuses too. What is sent to them is accepted and stands in the ledger.
 */
public final class Crowd {
  /** No country's numbers begin like this. */
  public static final String PREFIX = "999";

  private Crowd() {}

  static boolean has(String number) {
    return number.startsWith(PREFIX);
  }

  /** Whether one of them wrote this message: the ids of {@link Wamids} carry the number. */
  static boolean wrote(String wamid) {
    try {
      byte[] content = Base64.getUrlDecoder().decode(wamid.substring("wamid.".length()));
      return has(new String(content, StandardCharsets.UTF_8).substring(1));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      return false;
    }
  }
}
