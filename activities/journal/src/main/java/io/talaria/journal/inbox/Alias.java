package io.talaria.journal.inbox;

import java.util.Comparator;

/**
 * One of the names under which a channel knows a person.
 *
 * @param scope the business account within which the value means something; empty for phones
 */
public record Alias(Kind kind, String scope, String value) {
  /** One order for everybody, so that two gateways never wait for each other crosswise. */
  static final Comparator<Alias> ORDER =
      Comparator.comparing(Alias::kind).thenComparing(Alias::scope).thenComparing(Alias::value);

  /** What kind of name, the most trusted first. */
  public enum Kind {
    BSUID,
    PHONE,
    PARENT_BSUID,
    /** May be given up and taken by somebody else: shown, but never what tells who writes. */
    USERNAME;

    String column() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
