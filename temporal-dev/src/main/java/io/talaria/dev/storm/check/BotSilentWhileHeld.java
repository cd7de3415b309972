package io.talaria.dev.storm.check;

import io.talaria.dev.storm.check.Evidence.Accepted;
import io.talaria.dev.storm.check.Evidence.Hold;
import java.util.List;

/**
 * From a takeover's receipt until the hand-back is asked for, no request of the bot reaches the
 * network that the receipt doesn't name.
 */
final class BotSilentWhileHeld implements Check {
  @Override
  public String name() {
    return "no bot word after a takeover that its receipt didn't name";
  }

  @Override
  public List<Violation> violations(Evidence evidence) {
    return evidence.holds().stream()
        .flatMap(
            hold ->
                evidence.accepted().stream()
                    .filter(accepted -> breaks(hold, accepted))
                    .map(accepted -> violation(hold, accepted)))
        .toList();
  }

  private static boolean breaks(Hold hold, Accepted accepted) {
    return accepted.number().equals(hold.number())
        && !accepted.byPerson()
        && accepted.receivedAt().isAfter(hold.ackedAt())
        && (hold.releasedAt() == null || accepted.receivedAt().isBefore(hold.releasedAt()))
        && !hold.named().contains(String.valueOf(accepted.key()));
  }

  private Violation violation(Hold hold, Accepted accepted) {
    return new Violation(
        name(),
        hold.number(),
        "taken over at %s (released %s), yet at %s the bot said: %s"
            .formatted(hold.ackedAt(), hold.releasedAt(), accepted.receivedAt(), accepted.text()),
        List.of(hold.request(), String.valueOf(accepted.key())));
  }
}
