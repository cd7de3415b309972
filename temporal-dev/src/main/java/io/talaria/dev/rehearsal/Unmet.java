package io.talaria.dev.rehearsal;

/** Something was not as the rehearsal expects it. */
final class Unmet extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String expected;
  private final String came;

  /**
   * @param expected a sentence part, such as {@code the bot to say "Which"}
   * @param came what was there instead
   */
  Unmet(String expected, String came) {
    super("expected %s, came %s".formatted(expected, came));
    this.expected = expected;
    this.came = came;
  }

  String expected() {
    return expected;
  }

  String came() {
    return came;
  }
}
