package io.talaria.port;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of a delivery.
 *
 * @param at when the outcome was known
 * @param errorCode WhatsApp's number, when it refused
 * @param treatment what that refusal means, a name of the error table
 * @param reason key of the sentence for the recruiter, when it was not sent
 * @param adopted the stored proposal when somebody else had claimed the turn with another one;
 *     nothing was sent then
 * @param written whether {@link Delivery#after} was written
 * @param adoptedKey of the turn whose proposal is adopted, where it isn't the delivery's own: a run
 *     that was lost had answered one of its messages
 */
public record Delivered(
    Outcome outcome,
    Instant at,
    @Nullable String wamid,
    @Nullable Integer errorCode,
    @Nullable String treatment,
    @Nullable String reason,
    @Nullable Proposal adopted,
    boolean written,
    @Nullable String adoptedKey) {

  /** An outcome that adopts nothing of another turn. */
  public Delivered(
      Outcome outcome,
      Instant at,
      @Nullable String wamid,
      @Nullable Integer errorCode,
      @Nullable String treatment,
      @Nullable String reason,
      @Nullable Proposal adopted,
      boolean written) {
    this(outcome, at, wamid, errorCode, treatment, reason, adopted, written, null);
  }

  /**
   * What became of a send that nobody called.
   *
   * @param treatment why; null where the outcome says it
   */
  public static Delivered uncalled(Outcome outcome, Instant at, @Nullable String treatment) {
    return new Delivered(outcome, at, null, null, treatment, null, null, false);
  }

  /** How an intent stands, or why there is none. */
  public enum Outcome {
    SENT,
    UNCERTAIN,
    REJECTED,
    /** To be sent by the governed queue. */
    DEFERRED,
    /** The brake was raised: a takeover is under way. */
    BRAKED,
    /** The turn was claimed with another proposal, or one of its messages by another turn. */
    ADOPT,
    /**
     * What the reply promises is gone: somebody else took the time that it confirms. The turn isn't
     * claimed and nothing left; the bot is to be asked anew.
     */
    GONE,
    /**
     * The journal has a step that the run doesn't know of: the engine lost it. The turn isn't
     * claimed and nothing left; what the run knows of the talk is out of date.
     */
    OUTDATED
  }
}
