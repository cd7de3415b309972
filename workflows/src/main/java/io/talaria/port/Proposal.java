package io.talaria.port;

import io.talaria.journey.Ending;
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
    @Nullable Boolean awaits) {

  /** A proposal of a bot that tells no reading. */
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
      @Nullable List<Integer> afterArrival) {
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
    return new Proposal(
        inputIds,
        messages,
        answers,
        language,
        stage,
        step,
        misses,
        ending,
        needsHuman,
        another,
        afterArrival,
        reading,
        awaits);
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
   */
  public record Decision(String engine, String version, String rule, double confidence) {}
}
