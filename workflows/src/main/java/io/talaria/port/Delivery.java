package io.talaria.port;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message to one candidate.
 *
 * @param epoch of the brake under which it may leave
 * @param key made from its cause; goes to WhatsApp as {@code biz_opaque_callback_data}
 * @param position among the bubbles of its turn, from 0
 * @param operatorId who wrote it, when a person did
 * @param claim the turn that this bubble opens; null for later bubbles and for people's words
 * @param tellArrival whether the journey waits to hear that it arrived
 * @param after written in the commit that records SENT or UNCERTAIN; null to leave it to the caller
 */
public record Delivery(
    UUID accountId,
    UUID candidateId,
    UUID journeyId,
    String numberId,
    long epoch,
    String key,
    int position,
    Author author,
    @Nullable UUID operatorId,
    Outbound content,
    @Nullable Claim claim,
    boolean tellArrival,
    @Nullable JourneyWrite after)
    implements GivenLocally {

  /**
   * The same, its outcome recorded by the caller: when it will be sent, the state is another, and
   * the journey may have recorded more.
   */
  public Delivery later() {
    return new Delivery(
        accountId,
        candidateId,
        journeyId,
        numberId,
        epoch,
        key,
        position,
        author,
        operatorId,
        content,
        claim == null ? null : new Claim(claim.key(), claim.inputIds(), claim.proposal()),
        tellArrival,
        null);
  }

  /** Who speaks. */
  public enum Author {
    BOT,
    RECRUITER
  }

  /**
   * A turn with its inputs and its proposal, as it is claimed in the journal.
   *
   * @param basis what the proposal was made from; null when the journey may have recorded more
   *     since
   */
  public record Claim(String key, List<UUID> inputIds, Proposal proposal, @Nullable Basis basis) {

    /** A claim that is taken whatever the journey has recorded since. */
    public Claim(String key, List<UUID> inputIds, Proposal proposal) {
      this(key, inputIds, proposal, null);
    }
  }

  /** The newest revision of the journey that its run knew of. */
  public record Basis(long generation, long revision) {}
}
