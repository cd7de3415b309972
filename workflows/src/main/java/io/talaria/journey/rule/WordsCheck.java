package io.talaria.journey.rule;

import io.talaria.journey.JourneyState;
import io.talaria.journey.Refusal;
import io.talaria.journey.rule.Requests.Refused;
import io.talaria.port.Outbound;
import java.time.Instant;
import java.util.Optional;

/** Whether a person's words can be sent. */
final class WordsCheck {
  private WordsCheck() {}

  /** Whether these words can reach the candidate now. */
  static Optional<Refused> reachable(JourneyState state, Outbound content, Instant now) {
    Optional<Refused> unsayable = written(content);
    if (unsayable.isPresent()) {
      return unsayable;
    }
    boolean template = content instanceof Outbound.Template;
    return template || ServiceWindow.isOpen(state.silence().windowFrom(), now)
        ? Optional.empty()
        : closed();
  }

  /** Only a template reaches them. */
  static Optional<Refused> closed() {
    return refuse(
        Refusal.WINDOW_CLOSED, "Free text can't reach the candidate now. An approved template can");
  }

  /** Whether WhatsApp would take them at all. */
  static Optional<Refused> written(Outbound content) {
    String body = content.body();
    if (body.isBlank()) {
      return refuse(Refusal.INVALID, "Nothing to send");
    }
    return body.length() > Outbound.TEXT_LIMIT
        ? refuse(
            Refusal.INVALID, "%d of %d characters".formatted(body.length(), Outbound.TEXT_LIMIT))
        : Optional.empty();
  }

  private static Optional<Refused> refuse(Refusal type, String sentence) {
    return Optional.of(new Refused(type, sentence));
  }
}
