package io.talaria.journey.flow;

import io.talaria.journey.JourneyState;
import io.talaria.journey.RecruiterRequest;
import io.talaria.journey.rule.StillAsked;
import io.talaria.port.Bot;
import io.talaria.port.Proposal;
import io.talaria.port.Turn;
import io.temporal.failure.ActivityFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Asks the bot. A slow one is stopped when the candidate goes on writing or a person takes over.
 * What else recruiters ask is served while it thinks; done, it may be that the bot's answer is not
 * wanted any more.
 */
final class BotTurn {
  private final Bot local = Ports.localBot();
  private final Bot remote = Ports.remoteBot();
  private final Book book;
  private final Mailbox mailbox;
  private @Nullable Consumer<RecruiterRequest> desk;

  BotTurn(Book book, Mailbox mailbox) {
    this.book = book;
    this.mailbox = mailbox;
  }

  /** Who serves recruiters while the bot thinks; nobody does before. */
  void servedBy(Consumer<RecruiterRequest> desk) {
    this.desk = desk;
  }

  /** The proposal, or empty when the turn was interrupted and is to be asked anew, if at all. */
  Optional<Proposal> ask(Turn turn, boolean slow) {
    if (!slow) {
      return Optional.of(local.propose(turn));
    }
    Optional<Promise<Proposal>> asked =
        Interruptible.call(
            book.time(),
            () -> Async.function(remote::propose, turn),
            () -> mailbox.takeoverAsked() || mailbox.hasArrived(),
            new Requests(turn.reason()));
    if (asked.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(asked.get().get());
    } catch (ActivityFailure failed) {
      return Optional.of(silent(turn, "bot_failed"));
    }
  }

  /** What recruiters ask meanwhile, one after the other. */
  private final class Requests implements Interruptible.Beside {
    private final JourneyState asked = book.state();
    private final Turn.Reason reason;
    private boolean deaf;

    Requests(Turn.Reason reason) {
      this.reason = reason;
    }

    @Override
    public boolean waits() {
      return desk != null && !deaf && mailbox.hasRequests();
    }

    @Override
    public boolean serve() {
      deaf = !Versions.SERVED_WHILE_THINKING.atLeast(1);
      if (desk != null && !deaf) {
        desk.accept(mailbox.takeRequest());
      }
      return StillAsked.stands(asked, book.state(), reason);
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
