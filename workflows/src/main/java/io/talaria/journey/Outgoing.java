package io.talaria.journey;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.talaria.port.Outbound;
import io.talaria.port.Proposal;
import io.talaria.port.Turn.Reason;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is on its way to the candidate. It travels with the state, so that whoever goes on with the
 * journey says the rest, each bubble once.
 *
 * @param saying the bot's reply that isn't finished; null when none is
 * @param words people's words that wait for the governed queue, oldest first
 * @param paced by when this candidate's share of WhatsApp's pace is used up; null before the first
 *     send
 * @param spent messages whose turn WhatsApp refused since the window was closed; the next turn is
 *     named by a later message and answers them too
 * @param failed keys of the last turns of which something did not arrive, as was noticed already,
 *     newest last; null for none. Left out of JSON then, so that states of before keep their hash
 */
public record Outgoing(
    @Nullable Saying saying,
    List<Words> words,
    @Nullable Instant paced,
    List<UUID> spent,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> failed) {

  /** Nothing. */
  public static final Outgoing NOTHING = new Outgoing(null, List.of(), null, List.of(), null);

  /** The same with another reply under way, or none. */
  public Outgoing with(@Nullable Saying next) {
    return new Outgoing(next, words, paced, spent, failed);
  }

  /** The same with other words that wait. */
  public Outgoing with(List<Words> next) {
    return new Outgoing(saying, next, paced, spent, failed);
  }

  /** The same, its pace used up until then. */
  public Outgoing pacedUntil(Instant next) {
    return new Outgoing(saying, words, next, spent, failed);
  }

  /** The same with these messages spent. */
  public Outgoing spending(List<UUID> next) {
    return new Outgoing(saying, words, paced, next, failed);
  }

  /** The same with these turns of which something did not arrive. */
  public Outgoing failing(@Nullable List<String> next) {
    return new Outgoing(saying, words, paced, spent, next);
  }

  /** Turns of which something did not arrive, as was noticed already. */
  public List<String> noticed() {
    return failed == null ? List.of() : failed;
  }

  /**
   * A reply of the bot, bubble by bubble.
   *
   * @param key of its turn
   * @param next position of the bubble that is due
   * @param held by the bubble before it; null when nothing holds it
   */
  public record Saying(
      String key, Reason reason, Proposal proposal, int next, @Nullable Held held) {

    /** Whether every bubble was said. */
    public boolean finished() {
      return next >= proposal.messages().size();
    }

    /** Whether this is the last bubble. */
    public boolean last() {
      return next == proposal.messages().size() - 1;
    }

    /** Whether the due bubble may go only after the one before it has arrived. */
    public boolean afterArrival() {
      return proposal.waitsForArrival(next);
    }

    /** Whether a bubble was said already. */
    public boolean begun() {
      return next > 0;
    }
  }

  /**
   * Why the rest of a reply waits.
   *
   * @param key of the send that holds it
   * @param until for its arrival, at most until then; null while its outcome is unknown, for which
   *     there is no limit
   */
  public record Held(String key, @Nullable Instant until) {}

  /**
   * A person's words: on their way, or waiting for the governed queue.
   *
   * @param insteadOf key of the uncertain send that they repeat; null for new words
   * @param upTo number of the candidate's last message that they answer; 0 for none
   * @param proactive whether they are said beside the bot, which keeps the journey
   * @param scheduled whether they were written for a time
   */
  public record Words(
      UUID requestId,
      UUID operatorId,
      Outbound content,
      @Nullable String insteadOf,
      long upTo,
      boolean proactive,
      boolean scheduled) {}
}
