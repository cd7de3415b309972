package io.talaria.journey.rule;

import io.talaria.journey.Attention;
import io.talaria.journey.JourneyState;
import io.talaria.journey.Silence;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@link Risk} looks at.
 *
 * @param silent since when the candidate owes an answer; null when they owe none
 * @param waiting since when we owe one; null when we owe none
 * @param rhythm the middle one of the candidate's last answer times; null until there are three
 * @param atRisk silence after which the team is told
 * @param patience how long a candidate may wait for us
 * @param questionOpen whether the silence leaves a question of ours unanswered
 * @param nudges reminders without an answer
 * @param windowLeft until free text no longer reaches the candidate, negative when it doesn't; null
 *     when they never wrote
 * @param sentiment from -1 to 1; null when nobody read it
 * @param doubts how often they didn't know what to answer, or weren't understood
 * @param stageAge since when they are in this stage; null when unknown
 * @param usualStageAge what nine of ten candidates needed at most; null when too few are known
 * @param personNeeded whether a person was called and none is there
 * @param held whether a person has it
 * @param over whether the journey has ended
 */
public record RiskFacts(
    @Nullable Duration silent,
    @Nullable Duration waiting,
    @Nullable Duration rhythm,
    Duration atRisk,
    Duration patience,
    boolean questionOpen,
    int nudges,
    @Nullable Duration windowLeft,
    @Nullable Double sentiment,
    int doubts,
    @Nullable Duration stageAge,
    @Nullable Duration usualStageAge,
    boolean personNeeded,
    boolean held,
    boolean over) {
  /** Two answers tell no rhythm yet. */
  private static final int ANSWERS = 3;

  /**
   * The facts of a journey at this moment.
   *
   * @param usualStageAge of the funnel; the journey itself doesn't know it
   */
  public static RiskFacts of(JourneyState state, Instant now, @Nullable Duration usualStageAge) {
    Silence silence = state.silence();
    Attention known = state.remembered();
    Duration patience = state.plan().times().waiting();
    return new RiskFacts(
        since(silence.candidateOwesSince(), now),
        since(silence.weOweSince(), now),
        middle(known.answerSeconds()),
        HighValue.atRisk(state),
        patience,
        state.talk().step() != null,
        silence.nudges(),
        silence.windowFrom() == null
            ? null
            : Duration.between(now, silence.windowFrom().plus(ServiceWindow.LENGTH)),
        known.sentiment(),
        known.doubts() + state.talk().misses(),
        since(known.stageSince(), now),
        usualStageAge,
        state.needsHuman() != null,
        state.hold().holder() != null,
        state.over());
  }

  private static @Nullable Duration since(@Nullable Instant from, Instant now) {
    if (from == null) {
      return null;
    }
    Duration length = Duration.between(from, now);
    return length.isNegative() ? Duration.ZERO : length;
  }

  private static @Nullable Duration middle(List<Long> seconds) {
    return seconds.size() < ANSWERS
        ? null
        : Duration.ofSeconds(seconds.stream().sorted().toList().get(seconds.size() / 2));
  }
}
