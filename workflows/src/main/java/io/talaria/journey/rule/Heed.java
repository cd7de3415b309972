package io.talaria.journey.rule;

import io.talaria.journey.Attention;
import io.talaria.journey.JourneyState;
import io.talaria.journey.MessageReceived;
import io.talaria.journey.MessageReceived.Kind;
import io.talaria.port.Proposal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a journey comes to know of its candidate, from what they write and what the bot reads. */
final class Heed {
  private Heed() {}

  /** The candidate wrote: how long they took, and whether they know what to answer. */
  static JourneyState wrote(JourneyState state, MessageReceived message) {
    Attention known = state.remembered();
    List<Long> answers =
        answerSeconds(known, state.silence().candidateOwesSince(), message.sentAt());
    // Whoever taps a choice knows, also where its title says that any will do.
    boolean unsure = message.kind() != Kind.CHOICE && Words.isUnsure(message.text(), state.plan());
    int doubts = known.doubts() + (unsure ? 1 : 0);
    return with(
        state,
        new Attention(
            answers,
            known.sentiment(),
            doubts,
            known.stageSince(),
            known.objection(),
            known.marked()));
  }

  private static List<Long> answerSeconds(
      Attention known, @Nullable Instant asked, Instant answered) {
    if (asked == null) {
      return known.answerSeconds();
    }
    var answers = new ArrayList<>(known.answerSeconds());
    // WhatsApp's clock and ours may differ by a little.
    answers.add(Math.max(0, Duration.between(asked, answered).toSeconds()));
    int from = Math.max(0, answers.size() - Attention.ANSWERS_KEPT);
    return List.copyOf(answers.subList(from, answers.size()));
  }

  /** The bot spoke: what it read, and whether a stage begins, in which doubts count anew. */
  static JourneyState spoke(
      JourneyState before, JourneyState after, Proposal proposal, Instant at) {
    Attention known = after.remembered();
    boolean begins =
        known.stageSince() == null || !before.talk().stage().equals(after.talk().stage());
    Double read = proposal.reading() == null ? null : proposal.reading().sentiment();
    return with(
        after,
        new Attention(
            known.answerSeconds(),
            read == null ? known.sentiment() : (Double) Math.clamp(read, -1.0, 1.0),
            before.talk().stage().equals(after.talk().stage()) ? known.doubts() : 0,
            begins ? at : known.stageSince(),
            known.objection(),
            known.marked()));
  }

  private static JourneyState with(JourneyState state, Attention next) {
    return next.equals(Attention.NONE) ? state : state.withAttention(next);
  }
}
