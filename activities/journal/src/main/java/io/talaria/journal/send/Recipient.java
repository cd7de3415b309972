package io.talaria.journal.send;

/**
 * How a candidate is addressed. Personal: never logged.
 *
 * @param kind of {@code contact_alias}
 */
public record Recipient(Kind kind, String value) {
  /** A phone number wins over an id, as it does at WhatsApp. */
  public enum Kind {
    PHONE,
    BSUID
  }

  @Override
  public String toString() {
    return kind.name();
  }
}
