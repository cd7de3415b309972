package io.talaria.console.inbox;

import io.talaria.console.desk.DeskAnswer;
import io.talaria.console.inbox.Interventions.Asker;
import io.talaria.console.login.SignedIn;
import io.talaria.console.words.Moments;
import io.talaria.console.words.Words;
import io.talaria.journal.reading.Conversation;
import io.talaria.journal.reading.Conversation.Happened;
import io.talaria.journey.Refusal;
import io.talaria.journey.Review.Waiting;
import io.talaria.journey.ReviewDecision;
import io.talaria.journey.ReviewDecision.Choice;
import io.talaria.journey.ReviewReceipt;
import io.talaria.port.JourneyEvent.ReviewDecided;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides about what the bot proposed. The same decision, asked again because no answer came, is
 * the same request: it is done once.
 */
class Reviewing {
  private final Words words = Words.here();
  private final SignedIn me;
  private final Requests requests;
  private final Asker asker;
  private final Supplier<Optional<Conversation>> now;
  private final Function<DeskAnswer<?>, String> refusal;
  private final Consumer<String> tell;
  private @Nullable ReviewDecision unanswered;

  /**
   * @param now reads the conversation as it is; runs in the background
   * @param refusal says why something was not done
   * @param tell says it where the proposal isn't shown any more
   */
  Reviewing(
      SignedIn me,
      Requests requests,
      Asker asker,
      Supplier<Optional<Conversation>> now,
      Function<DeskAnswer<?>, String> refusal,
      Consumer<String> tell) {
    this.me = me;
    this.requests = requests;
    this.asker = asker;
    this.now = now;
    this.refusal = refusal;
    this.tell = tell;
  }

  void decide(
      UUID candidate, Waiting waiting, Choice choice, List<String> texts, ProposedReply shown) {
    if (choice == Choice.REJECT) {
      Dialogs.reject(
          reason -> {
            shown.busy(true);
            ask(candidate, waiting, decision(waiting, choice, texts, reason), shown);
          });
    } else {
      ask(candidate, waiting, decision(waiting, choice, texts, null), shown);
    }
  }

  private ReviewDecision decision(
      Waiting waiting, Choice choice, List<String> texts, @Nullable String note) {
    var decision =
        new ReviewDecision(
            UUID.randomUUID(), me.id(), me.name(), waiting.version(), choice, texts, note);
    ReviewDecision before = unanswered;
    if (before != null && same(before, decision)) {
      return before;
    }
    unanswered = decision;
    return decision;
  }

  private static boolean same(ReviewDecision one, ReviewDecision other) {
    return one.version() == other.version()
        && one.choice() == other.choice()
        && one.texts().equals(other.texts());
  }

  private record Answer(DeskAnswer<ReviewReceipt> told, Optional<ReviewDecided> decided) {}

  private void ask(UUID candidate, Waiting waiting, ReviewDecision decision, ProposedReply shown) {
    asker.ask(
        () -> {
          DeskAnswer<ReviewReceipt> told = requests.decide(candidate, decision);
          return new Answer(told, outdated(told) ? decided(decision.version()) : Optional.empty());
        },
        answer -> {
          if (!(answer.told() instanceof DeskAnswer.Away)) {
            unanswered = null;
          }
          if (!(answer.told() instanceof DeskAnswer.Done)) {
            String why =
                answer.decided().map(this::sentence).orElseGet(() -> refusal.apply(answer.told()));
            if (!shown.notDone(waiting, why)) {
              tell.accept(why);
            }
          }
        });
  }

  private static boolean outdated(DeskAnswer<?> answer) {
    return answer instanceof DeskAnswer.Refused<?>(var why, var sentence, var knows)
        && why == Refusal.OUTDATED;
  }

  /** Who came first; told in the reader's language, which the journey doesn't know. */
  private Optional<ReviewDecided> decided(int version) {
    return now.get().stream()
        .flatMap(conversation -> conversation.entries().stream())
        .filter(Happened.class::isInstance)
        .map(entry -> ((Happened) entry).event())
        .filter(ReviewDecided.class::isInstance)
        .map(ReviewDecided.class::cast)
        .filter(event -> event.version() == version)
        .reduce((first, second) -> second);
  }

  private String sentence(ReviewDecided event) {
    return told(event, words, Moments.here());
  }

  /** What became of a proposal, as a sentence. */
  static String told(ReviewDecided event, Words words, Moments moments) {
    return words.say(
        "review.fate." + event.fate().name(),
        "name",
        event.operatorName() == null ? "" : event.operatorName(),
        "t",
        moments.at(event.at()));
  }
}
