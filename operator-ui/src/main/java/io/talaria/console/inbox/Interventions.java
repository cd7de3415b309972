package io.talaria.console.inbox;

import io.talaria.console.desk.DeskAnswer;
import io.talaria.console.login.SignedIn;
import io.talaria.console.words.Moments;
import io.talaria.console.words.Words;
import io.talaria.journal.reading.Conversation.Holder;
import io.talaria.journey.Acknowledgement;
import io.talaria.journey.ScheduleReceipt;
import io.talaria.journey.Scheduled;
import io.talaria.port.Outbound;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a person does with a conversation beside taking it, giving it back and writing. */
class Interventions {
  private final SignedIn me;
  private final Requests requests;
  private final Asker asker;
  private final Consumer<DeskAnswer<?>> told;
  private final Consumer<ScheduleReceipt> kept;
  private @Nullable Unanswered unanswered;

  /** Asks in the background and brings the answer to the page. */
  interface Asker {
    <T> void ask(Supplier<T> request, Consumer<T> answer);
  }

  /**
   * @param told says why something was not done
   * @param kept is run when a new reply was scheduled
   */
  Interventions(
      SignedIn me,
      Requests requests,
      Asker asker,
      Consumer<DeskAnswer<?>> told,
      Consumer<ScheduleReceipt> kept) {
    this.me = me;
    this.requests = requests;
    this.asker = asker;
    this.told = told;
    this.kept = kept;
  }

  void handBack(UUID candidate, @Nullable UUID takeover, int scheduled) {
    new HandBackDialog(
            me.id(),
            takeover,
            scheduled,
            request -> asker.ask(() -> requests.handBack(candidate, request), told))
        .open();
  }

  void handOver(UUID candidate, Holder from) {
    UUID request = UUID.randomUUID();
    asker.ask(
        () -> requests.colleagues(me, from),
        team ->
            new HandOverDialog(
                    team,
                    (to, note) ->
                        asker.ask(
                            () ->
                                requests.handOver(
                                    me, candidate, request, from, to, note.isEmpty() ? null : note),
                            told))
                .open());
  }

  /** Asked again since no answer came, it is the same request. */
  void acknowledge(UUID candidate) {
    Unanswered open = unanswered;
    Unanswered now =
        open != null && open.candidate().equals(candidate)
            ? open
            : new Unanswered(candidate, UUID.randomUUID());
    unanswered = now;
    asker.ask(
        () -> requests.acknowledge(me, candidate, now.request()),
        answer -> {
          if (!(answer instanceof DeskAnswer.Away)) {
            unanswered = null;
          }
          if (answer instanceof DeskAnswer.Done<Acknowledgement>(var by)
              && !by.operatorId().equals(me.id())) {
            seenBefore(by);
          }
          told.accept(answer);
        });
  }

  /** Says who sees to it already. */
  void seenBefore(Acknowledgement by) {
    String key = by.operatorId().equals(me.id()) ? "told.seen.you" : "acknowledge.before";
    DeskSentences.tell(
        Words.here().say(key, "name", by.operatorName(), "t", Moments.here().near(by.at())));
  }

  private record Unanswered(UUID candidate, UUID request) {}

  void mark(UUID candidate, boolean highValue) {
    UUID request = UUID.randomUUID();
    asker.ask(() -> requests.mark(me, candidate, request, highValue), told);
  }

  void keep(UUID candidate) {
    UUID request = UUID.randomUUID();
    asker.ask(() -> requests.keep(me, candidate, request), told);
  }

  void schedule(UUID candidate, Outbound content) {
    when(candidate, content, Moments.here().soon(), null);
  }

  void change(UUID candidate, Scheduled scheduled) {
    Instant at = scheduled.problem() == null ? scheduled.at() : Moments.here().soon();
    when(candidate, scheduled.content(), at, scheduled.id());
  }

  void cancel(UUID candidate, Scheduled scheduled) {
    UUID request = UUID.randomUUID();
    asker.ask(() -> requests.cancel(me, candidate, request, scheduled.id()), told);
  }

  private void when(UUID candidate, Outbound content, Instant wished, @Nullable UUID replaces) {
    UUID request = UUID.randomUUID();
    new ScheduleDialog(
            content,
            wished,
            (said, at) ->
                asker.ask(
                    () -> requests.schedule(me, candidate, request, said, at, replaces),
                    answer -> {
                      if (answer instanceof DeskAnswer.Done<ScheduleReceipt>(var receipt)
                          && replaces == null) {
                        kept.accept(receipt);
                      }
                      told.accept(answer);
                    }))
        .open();
  }
}
