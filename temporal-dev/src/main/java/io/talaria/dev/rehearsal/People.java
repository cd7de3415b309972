package io.talaria.dev.rehearsal;

import io.talaria.journey.HandBack;
import io.talaria.journey.HandOver;
import io.talaria.journey.Holder;
import io.talaria.journey.JourneyState;
import io.talaria.journey.ProactiveMessage;
import io.talaria.journey.Reply;
import io.talaria.journey.ReplyReceipt;
import io.talaria.journey.Review.Waiting;
import io.talaria.journey.ReviewDecision;
import io.talaria.journey.ReviewDecision.Choice;
import io.talaria.journey.TakeOver;
import io.talaria.port.Outbound;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.failure.ApplicationFailure;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The recruiting team, which asks the journey as the console does. */
final class People {
  private static final String SOMEBODY = "Recruiter";

  private final RehearsalServer server;
  private final Neighbours neighbours;
  private final Chronicle chronicle;

  People(RehearsalServer server, Neighbours neighbours, Chronicle chronicle) {
    this.server = server;
    this.neighbours = neighbours;
    this.chronicle = chronicle;
  }

  void takesOver(String who) {
    chronicle.note(who, "takes over");
    long epoch = neighbours.raiseBrake();
    ask(
        who + " to take over",
        () ->
            server
                .journey()
                .takeOver(new TakeOver(UUID.randomUUID(), id(who), who, epoch, null, false)));
    chronicle.holder(who);
  }

  void says(String text) {
    Holder holder = holder();
    chronicle.holder(holder == null ? SOMEBODY : holder.name());
    var content = new Outbound.Text(text);
    UUID request = UUID.randomUUID();
    ask(
        chronicle.holder() + " to write",
        () -> {
          ReplyReceipt receipt =
              holder == null
                  ? server
                      .journey()
                      .sendProactive(new ProactiveMessage(request, id(SOMEBODY), content))
                  : server.journey().reply(new Reply(request, holder.operatorId(), content));
          if (receipt.standing() == ReplyReceipt.Standing.NOT_SENT) {
            throw new Unmet(chronicle.holder() + " to write", "a refusal: " + receipt.reason());
          }
        });
  }

  void handsOver(String to) {
    Holder from = mustHold("hand over");
    chronicle.note(from.name(), "hands over to " + to);
    ask(
        from.name() + " to hand over",
        () ->
            server
                .journey()
                .handOver(
                    new HandOver(
                        UUID.randomUUID(),
                        from.operatorId(),
                        from.operatorId(),
                        id(to),
                        to,
                        false,
                        null)));
    chronicle.holder(to);
  }

  void handsBack(HandBack.Outcome outcome) {
    Holder holder = mustHold("hand back");
    chronicle.note(holder.name(), "hands back: " + Chronicle.word(outcome));
    ask(
        holder.name() + " to hand back",
        () ->
            server
                .journey()
                .handBack(
                    new HandBack(
                        UUID.randomUUID(),
                        holder.operatorId(),
                        null,
                        outcome == null ? null : "as rehearsed",
                        outcome,
                        null,
                        false)));
  }

  /** Lets the reply that waits for review leave as it is. */
  void approves() {
    Waiting waiting = mustWait("approve");
    decides(waiting, Choice.APPROVE, bodies(waiting), null);
  }

  /** Lets the reply that waits leave with other words. */
  void edits(List<String> texts) {
    decides(mustWait("edit"), Choice.EDIT, texts, null);
  }

  /** Keeps the reply that waits back. */
  void rejects(String why) {
    decides(mustWait("reject"), Choice.REJECT, List.of(), why);
  }

  private void decides(Waiting waiting, Choice choice, List<String> texts, @Nullable String note) {
    chronicle.note(SOMEBODY, Chronicle.word(choice) + (note == null ? "" : ": " + note));
    ask(
        SOMEBODY + " to " + Chronicle.word(choice),
        () ->
            server
                .journey()
                .decideReview(
                    new ReviewDecision(
                        UUID.randomUUID(),
                        id(SOMEBODY),
                        SOMEBODY,
                        waiting.version(),
                        choice,
                        texts,
                        note)));
  }

  private static List<String> bodies(Waiting waiting) {
    return waiting.proposal().messages().stream().map(Outbound::body).toList();
  }

  private Waiting mustWait(String what) {
    server.settle();
    JourneyState state = neighbours.newest();
    Waiting waiting = state == null ? null : state.inReview();
    if (waiting == null) {
      throw new Unmet("a reply to " + what, "none that waits for review");
    }
    return waiting;
  }

  private Holder mustHold(String what) {
    Holder holder = holder();
    if (holder == null) {
      throw new Unmet("somebody who can " + what, "a journey that nobody holds");
    }
    return holder;
  }

  private @Nullable Holder holder() {
    server.settle();
    JourneyState state = neighbours.newest();
    return state == null ? null : state.hold().holder();
  }

  private static void ask(String what, Runnable update) {
    try {
      update.run();
    } catch (WorkflowUpdateException e) {
      String sentence =
          e.getCause() instanceof ApplicationFailure refused
              ? refused.getOriginalMessage()
              : String.valueOf(e.getCause());
      throw new Unmet(what, "a refusal: " + sentence);
    } catch (WorkflowNotFoundException e) {
      throw new Unmet(what, "no journey that runs");
    }
  }

  private static UUID id(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }
}
