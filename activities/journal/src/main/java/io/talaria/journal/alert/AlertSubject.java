package io.talaria.journal.alert;

import org.jspecify.annotations.Nullable;

/**
 * Whom an alert is about. Personal: for the desk's message only, never logged.
 *
 * @param name null when WhatsApp told none
 * @param stage its name in the desk's language
 * @param lastWords of the candidate; null when they wrote nothing that can be read
 * @param ownerName who holds the journey, if anybody
 * @param highValue whether the definition counts them among those whom nobody wants to lose
 */
public record AlertSubject(
    @Nullable String name,
    String stage,
    @Nullable String lastWords,
    @Nullable String ownerName,
    boolean highValue) {
  @Override
  public String toString() {
    return "a candidate in " + stage;
  }
}
