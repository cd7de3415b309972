package io.talaria.journey.rule;

import io.talaria.definition.Plan;
import io.talaria.journey.Attention;
import io.talaria.journey.CandidateMarked;
import io.talaria.journey.JourneyState;
import io.talaria.port.JourneyEvent;
import java.time.Duration;

/** Candidates whom nobody wants to lose; it speeds alerts up and decides nothing else. */
public final class HighValue {
  private HighValue() {}

  /** Whether a person, or else the definition's rule, counts this candidate among them. */
  public static boolean is(JourneyState state) {
    Plan.HighValue rule = state.plan().highValue();
    Boolean marked = state.remembered().marked();
    return marked != null ? marked : rule != null && rule.when().met(state.talk().answers());
  }

  /** A person says whether the candidate is one of them. */
  public static JourneyState marked(JourneyState state, boolean highValue) {
    Attention known = state.remembered();
    return state.withAttention(
        new Attention(
            known.answerSeconds(),
            known.sentiment(),
            known.doubts(),
            known.stageSince(),
            known.objection(),
            highValue));
  }

  /** The event of a mark. */
  public static JourneyEvent event(CandidateMarked fact) {
    return new JourneyEvent.CandidateStateChanged(
        "mark:" + fact.requestId(),
        fact.at(),
        "high_value",
        fact.highValue() + " by " + fact.operatorId());
  }

  /** The silence after which the team is told of this candidate. */
  static Duration atRisk(JourneyState state) {
    Plan.HighValue rule = state.plan().highValue();
    Duration usual = state.plan().times().atRisk();
    Duration sooner = rule == null ? null : rule.atRisk();
    return sooner != null && sooner.compareTo(usual) < 0 && is(state) ? sooner : usual;
  }
}
