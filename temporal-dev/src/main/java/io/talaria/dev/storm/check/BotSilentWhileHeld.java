package io.talaria.dev.storm.check;

import io.talaria.dev.storm.check.Evidence.Accepted;
import io.talaria.dev.storm.check.Evidence.Hold;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From a takeover's receipt until the hand-back is asked for, no request of the bot reaches the
 * network that the receipt doesn't name: whoever holds the journey meanwhile, and while it passes
 * from one to the other.
 */
final class BotSilentWhileHeld implements Check {
  @Override
  public String name() {
    return "no bot word after a takeover that its receipt didn't name";
  }

  @Override
  public List<Violation> violations(Evidence evidence) {
    Holding holding = new Holding(evidence.holds());
    return evidence.holds().stream()
        .flatMap(
            hold -> {
              Instant until = holding.botMaySpeakFrom(hold);
              return evidence.accepted().stream()
                  .filter(accepted -> breaks(hold, until, accepted))
                  .map(accepted -> violation(hold, until, accepted));
            })
        .toList();
  }

  private static boolean breaks(Hold hold, @Nullable Instant until, Accepted accepted) {
    return accepted.number().equals(hold.number())
        && !accepted.byPerson()
        && accepted.receivedAt().isAfter(hold.ackedAt())
        && (until == null || accepted.receivedAt().isBefore(until))
        && !hold.named().contains(String.valueOf(accepted.key()));
  }

  private Violation violation(Hold hold, @Nullable Instant until, Accepted accepted) {
    return new Violation(
        name(),
        hold.number(),
        "taken over at %s (released %s), yet at %s the bot said: %s"
            .formatted(hold.ackedAt(), until, accepted.receivedAt(), accepted.text()),
        List.of(hold.request(), String.valueOf(accepted.key())));
  }
}
