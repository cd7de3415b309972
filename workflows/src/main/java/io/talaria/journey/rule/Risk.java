package io.talaria.journey.rule;

import io.talaria.journey.RiskScore;
import io.talaria.journey.RiskScore.Action;
import io.talaria.journey.RiskScore.Band;
import io.talaria.journey.RiskScore.Factor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How likely a candidate is lost: a sum of named parts, each from one fact, so that a recruiter can
 * check it by hand. The same facts always give the same score. It orders lists and speeds nobody's
 * rejection: no rule reads it.
 */
public final class Risk {
  /** In hundredths; they add up to 100. */
  private static final int SILENCE = 40;

  private static final int QUESTION = 10;
  private static final int NUDGES = 10;
  private static final int WINDOW = 10;
  private static final int DOUBTS = 10;
  private static final int STAGE = 15;

  /** Advice of a machine about somebody's mood: never enough to call anybody at risk. */
  private static final int SENTIMENT = 5;

  /** Who answers within a minute is silent for long after an hour; within bounds. */
  private static final int USUAL_ANSWERS = 12;

  private static final Duration WINDOW_CLOSES = Duration.ofHours(6);
  private static final double MOST_NUDGES = 2;
  private static final double MOST_DOUBTS = 3;

  private Risk() {}

  /** The score of these facts; nobody is at risk after the end. */
  public static RiskScore of(RiskFacts facts) {
    if (facts.over()) {
      return new RiskScore(0, List.of(), Action.NONE);
    }
    var factors = new ArrayList<Factor>();
    Duration silent = facts.silent();
    Duration waiting = facts.waiting();
    if (silent != null) {
      add(factors, "silence", SILENCE, share(silent, longSilence(facts)));
      if (facts.questionOpen()) {
        add(factors, "question_open", QUESTION, share(silent, facts.atRisk().dividedBy(4)));
      }
      add(factors, "nudges_unanswered", NUDGES, facts.nudges() / MOST_NUDGES);
    } else if (waiting != null) {
      add(factors, "waits_for_us", SILENCE, share(waiting, facts.patience().multipliedBy(4)));
    }
    if (silent != null || waiting != null) {
      add(factors, "window_closing", WINDOW, closing(facts.windowLeft()));
    }
    add(factors, "doubts", DOUBTS, facts.doubts() / MOST_DOUBTS);
    add(factors, "stage_age", STAGE, beyondUsual(facts.stageAge(), facts.usualStageAge()));
    add(factors, "sentiment", SENTIMENT, facts.sentiment() == null ? 0 : -facts.sentiment());
    long hundredths =
        factors.stream().mapToLong(factor -> Math.round(factor.contribution() * 100)).sum();
    double value = hundredths / 100.0;
    return new RiskScore(value, List.copyOf(factors), action(facts, Band.of(value)));
  }

  /**
   * The silence that counts in full: twelve times what this candidate usually takes, no less than
   * an eighth of the time after which the team is told, and no more than twice that time.
   */
  private static Duration longSilence(RiskFacts facts) {
    Duration rhythm = facts.rhythm();
    if (rhythm == null) {
      return facts.atRisk();
    }
    Duration own = rhythm.multipliedBy(USUAL_ANSWERS);
    Duration least = facts.atRisk().dividedBy(8);
    Duration most = facts.atRisk().multipliedBy(2);
    return own.compareTo(least) < 0 ? least : own.compareTo(most) > 0 ? most : own;
  }

  private static double closing(@Nullable Duration left) {
    return left == null ? 0 : 1 - (double) left.toMillis() / WINDOW_CLOSES.toMillis();
  }

  /** Nothing up to half of what nine in ten needed, all from one and a half times that on. */
  private static double beyondUsual(@Nullable Duration age, @Nullable Duration usual) {
    return age == null || usual == null ? 0 : share(age, usual) - 0.5;
  }

  private static double share(Duration length, Duration whole) {
    return (double) length.toMillis() / Math.max(1, whole.toMillis());
  }

  private static void add(List<Factor> factors, String name, int weight, double value) {
    double bounded = Math.clamp(value, 0.0, 1.0);
    long hundredths = Math.round(weight * bounded);
    if (hundredths > 0) {
      factors.add(new Factor(name, weight / 100.0, bounded, hundredths / 100.0));
    }
  }

  private static Action action(RiskFacts facts, Band band) {
    boolean waits = facts.waiting() != null;
    if (facts.held()) {
      return waits ? Action.ANSWER : Action.NONE;
    }
    if (facts.personNeeded() || (waits && band != Band.LOW)) {
      return Action.TAKE_OVER;
    }
    if (band == Band.LOW) {
      return facts.silent() == null ? Action.NONE : Action.WAIT;
    }
    Duration left = facts.windowLeft();
    boolean reachable = left != null && !left.isNegative();
    if (!reachable) {
      return facts.nudges() >= MOST_NUDGES ? Action.CALL : Action.TEMPLATE;
    }
    if (facts.doubts() >= MOST_NUDGES) {
      return Action.HELP;
    }
    return band == Band.HIGH ? Action.TAKE_OVER : Action.WRITE;
  }
}
