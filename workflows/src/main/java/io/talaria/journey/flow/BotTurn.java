package io.talaria.journey.flow;

import io.talaria.port.Bot;
import io.talaria.port.Proposal;
import io.talaria.port.Turn;
import io.temporal.failure.ActivityFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Asks the bot. A slow one is stopped when the candidate goes on writing or a person takes over.
 */
final class BotTurn {
  private final Bot local = Ports.localBot();
  private final Bot remote = Ports.remoteBot();
  private final BooleanSupplier interrupted;

  BotTurn(BooleanSupplier interrupted) {
    this.interrupted = interrupted;
  }

  /** The proposal, or empty when the turn was interrupted and is to be asked anew. */
  Optional<Proposal> ask(Turn turn, boolean slow) {
    if (!slow) {
      return Optional.of(local.propose(turn));
    }
    Optional<Promise<Proposal>> asked =
        Interruptible.call(() -> Async.function(remote::propose, turn), interrupted);
    if (asked.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(asked.get().get());
    } catch (ActivityFailure failed) {
      return Optional.of(silent(turn, "bot_failed"));
    }
  }

  /** Says nothing, moves nothing, and calls a person. */
  static Proposal silent(Turn turn, String needsHuman) {
    return new Proposal(
        turn.messages().stream().map(message -> message.id()).toList(),
        List.of(),
        Map.of(),
        turn.language(),
        turn.stage(),
        turn.step(),
        turn.misses(),
        null,
        needsHuman,
        new Proposal.Decision("journey", "", needsHuman, 1));
  }
}
