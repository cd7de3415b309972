package io.talaria.journey;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An answered request.
 *
 * @param takeover set for a takeover
 * @param handback set for a hand-back
 * @param reply set for a reply, a proactive message or a settled send
 * @param hold set for a hand-over and a kept hold
 * @param schedule set for a scheduled or cancelled reply
 * @param review set for a decision about what the bot proposed
 * @param acknowledgement set for an acknowledged alert. Left out of JSON when null, so that states
 *     of before keep their hash
 */
public record Answered(
    UUID requestId,
    @Nullable TakeoverReceipt takeover,
    @Nullable HandbackReceipt handback,
    @Nullable ReplyReceipt reply,
    @Nullable HoldReceipt hold,
    @Nullable ScheduleReceipt schedule,
    @Nullable ReviewReceipt review,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Acknowledgement acknowledgement) {
  public Answered(UUID requestId, TakeoverReceipt takeover) {
    this(requestId, takeover, null, null, null, null, null, null);
  }

  public Answered(UUID requestId, HandbackReceipt handback) {
    this(requestId, null, handback, null, null, null, null, null);
  }

  public Answered(UUID requestId, ReplyReceipt reply) {
    this(requestId, null, null, reply, null, null, null, null);
  }

  public Answered(UUID requestId, HoldReceipt hold) {
    this(requestId, null, null, null, hold, null, null, null);
  }

  public Answered(UUID requestId, ScheduleReceipt schedule) {
    this(requestId, null, null, null, null, schedule, null, null);
  }

  public Answered(UUID requestId, ReviewReceipt review) {
    this(requestId, null, null, null, null, null, review, null);
  }

  public Answered(UUID requestId, Acknowledgement acknowledgement) {
    this(requestId, null, null, null, null, null, null, acknowledgement);
  }
}
