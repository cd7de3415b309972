package io.talaria.console.inbox;

import io.talaria.console.words.Moments;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is left of the 24 hours in which free text reaches a candidate.
 *
 * @param left null when it is closed, or never was open
 */
record Window(@Nullable Duration left, @Nullable Instant until) {
  private static final Duration CLOSING = Duration.ofHours(4);
  private static final Duration WHOLE = Duration.ofHours(24);

  static Window of(@Nullable Instant until, Instant now) {
    return until == null || !until.isAfter(now)
        ? new Window(null, until)
        : new Window(Duration.between(now, until), until);
  }

  boolean closed() {
    return left == null;
  }

  /** The ring's style: open, closing under four hours, closed. */
  String css() {
    if (left == null) {
      return "closed";
    }
    return left.compareTo(CLOSING) < 0 ? "closing" : "open";
  }

  /** The ring's length. */
  long percent() {
    return left == null ? 0 : Math.clamp(left.toSeconds() * 100 / WHOLE.toSeconds(), 1, 99);
  }

  /** The text's style in lists. */
  String textCss() {
    return switch (css()) {
      case "closed" -> "t-closed";
      case "closing" -> "t-closing semi";
      default -> "";
    };
  }

  /** {@code 23 h}, {@code 1 h 38 min} of the last hours, {@code closed}. */
  String left(Moments moments) {
    if (left == null) {
      return moments.words().say("window.short.closed");
    }
    return left.compareTo(CLOSING) < 0 ? moments.span(left) : moments.length(left);
  }

  /** The ring's markup. */
  String svg() {
    return "<svg class=\"ring\" viewBox=\"0 0 40 40\" aria-hidden=\"true\">"
        + (left == null
            ? "<circle class=\"closed\" cx=\"20\" cy=\"20\" r=\"18.5\"/>"
            : "<circle class=\"track\" cx=\"20\" cy=\"20\" r=\"18.5\"/><circle class=\""
                + css()
                + "\" cx=\"20\" cy=\"20\" r=\"18.5\" pathLength=\"100\" stroke-dasharray=\""
                + percent()
                + " 100\" stroke-linecap=\"round\"/>")
        + "</svg>";
  }
}
