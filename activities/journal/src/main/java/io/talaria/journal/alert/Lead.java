package io.talaria.journal.alert;

/**
 * Who leads the team. Personal: for messages to them only, never logged.
 *
 * @param language that they read
 */
public record Lead(String name, String email, String language) {
  @Override
  public String toString() {
    return "a lead";
  }
}
