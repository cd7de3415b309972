package io.talaria.port;

import io.talaria.journey.Ending;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a bot proposes.
 *
 * @param inputIds messages that it answers
 * @param messages bubbles in order; may be empty
 * @param answers what it understood, by step id; added to what is known
 * @param stage where the journey stands afterwards
 * @param step the question that is open afterwards; null when none is
 * @param misses how often in a row the answer was not understood
 * @param ending set when the journey ends with this reply
 * @param needsHuman reason code when a person must take over; null otherwise
 * @param decision why
 * @param afterArrival positions of bubbles that go only after the one before has arrived; null for
 *     none
 * @param reading what the bot makes of the candidate's words; null when it doesn't say
 * @param awaits whether the candidate owes an answer afterwards; null when the open question tells
 *     it: a bot from outside may ask what the plan has no question for
 * @param agenda all moments at which the bot wants a turn, instead of those that stood; null leaves
 *     them. While there is one, the candidate owes nothing: nobody reminds them
 * @param reason code of why the journey ends with this reply; null when the ending says enough
 * @param kept what the journal keeps of it beside the words; null for nothing
 */
public record Proposal(
    List<UUID> inputIds,
    List<Outbound> messages,
    Map<String, String> answers,
    String language,
    String stage,
    @Nullable String step,
    int misses,
    @Nullable Ending ending,
    @Nullable String needsHuman,
    Decision decision,
    @Nullable List<Integer> afterArrival,
    @Nullable Reading reading,
    @Nullable Boolean awaits,
    @Nullable List<Appointment> agenda,
    @Nullable String reason,
    @Nullable List<Kept> kept) {

  /** A proposal that leaves the agenda as it is. */
  public Proposal(
      List<UUID> inputIds,
      List<Outbound> messages,
      Map<String, String> answers,
      String language,
      String stage,
      @Nullable String step,
      int misses,
      @Nullable Ending ending,
      @Nullable String needsHuman,
      Decision decision,
      @Nullable List<Integer> afterArrival,
      @Nullable Reading reading,
      @Nullable Boolean awaits) {
    this(
        inputIds,
        messages,
        answers,
        language,
        stage,
        step,
        misses,
        ending,
        needsHuman,
        decision,
        afterArrival,
        reading,
        awaits,
        null,
        null,
        null);
  }

  /** A proposal whose bubbles go one after the other as WhatsApp accepts them. */
  public Proposal(
      List<UUID> inputIds,
      List<Outbound> messages,
      Map<String, String> answers,
      String language,
      String stage,
      @Nullable String step,
      int misses,
      @Nullable Ending ending,
      @Nullable String needsHuman,
      Decision decision) {
    this(
        inputIds,
        messages,
        answers,
        language,
        stage,
        step,
        misses,
        ending,
        needsHuman,
        decision,
        null,
        null,
        null);
  }

  /** The same proposal, decided like this. */
  public Proposal decidedBy(Decision another) {
    return with(messages, answers, another, afterArrival, agenda);
  }

  /** The same with other answers. */
  public Proposal answering(Map<String, String> others) {
    return with(messages, others, decision, afterArrival, agenda);
  }

  /** The same, with these moments at which the bot has a turn instead of those that stand. */
  public Proposal agreeing(List<Appointment> moments) {
    return with(messages, answers, decision, afterArrival, List.copyOf(moments));
  }

  /** The same in other words; {@code why} goes behind the rule of the decision. */
  public Proposal saying(
      List<Outbound> words, @Nullable List<Integer> waitingForArrival, String why) {
    var another =
        new Decision(
            decision.engine(), decision.version(), decision.rule() + why, decision.confidence());
    return with(words, answers, another, waitingForArrival, agenda);
  }

  /** The same as a recruiter, or their silence, lets it leave. */
  public Proposal released(List<Outbound> next, HumanOverride by) {
    var another =
        new Decision(
            decision.engine(),
            decision.version(),
            decision.rule(),
            decision.confidence(),
            decision.marked(),
            by);
    return with(next, answers, another, afterArrival, agenda);
  }

  private Proposal with(
      List<Outbound> otherMessages,
      Map<String, String> otherAnswers,
      Decision otherDecision,
      @Nullable List<Integer> otherAfterArrival,
      @Nullable List<Appointment> otherAgenda) {
    return new Proposal(
        inputIds,
        otherMessages,
        otherAnswers,
        language,
        stage,
        step,
        misses,
        ending,
        needsHuman,
        otherDecision,
        otherAfterArrival,
        reading,
        awaits,
        otherAgenda,
        reason,
        kept);
  }

  /** Whether the candidate owes an answer after this reply. */
  public boolean asks() {
    return awaits == null ? step != null : awaits;
  }

  /** Whether the bubble at this position goes only after the one before it has arrived. */
  public boolean waitsForArrival(int position) {
    return afterArrival != null && afterArrival.contains(position);
  }

  /**
   * Why the bot said this.
   *
   * @param engine such as {@code script}
   * @param version of the definition, such as {@code v1.3}
   * @param rule of the definition, such as {@code initial_contact › ask_role: choice}
   * @param confidence 0 to 1
   * @param marked whether a step that is marked for review is in the reply; null for no
   * @param override what became of the proposal before it left; null when it left as proposed,
   *     without a recruiter's look
   */
  public record Decision(
      String engine,
      String version,
      String rule,
      double confidence,
      @Nullable Boolean marked,
      @Nullable HumanOverride override) {
    public Decision(String engine, String version, String rule, double confidence) {
      this(engine, version, rule, confidence, null, null);
    }
  }

  /**
   * Who let it leave, and what they changed.
   *
   * @param version of the proposal among those that were put before recruiters
   * @param operatorId null when nobody decided in time
   * @param from what the bot had proposed, bubble by bubble; null when nothing was changed
   */
  public record HumanOverride(
      int version,
      @Nullable UUID operatorId,
      @Nullable String operatorName,
      Instant at,
      @Nullable List<String> from,
      @Nullable String note) {}
}
