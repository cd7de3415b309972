package io.talaria.journey;

import org.jspecify.annotations.Nullable;

/**
 * How a person's send stands.
 *
 * @param key the intent's key, by which the conversation shows its further fate
 * @param reason key of the sentence that tells the recruiter why it was not sent, such as {@code
 *     send.refused.window}
 * @param errorCode WhatsApp's number, when it refused
 */
public record ReplyReceipt(
    String key, Standing standing, @Nullable String reason, @Nullable Integer errorCode) {
  /** Where the send stands when the request is answered. */
  public enum Standing {
    /** WhatsApp accepted it. */
    SENT,
    /** It waits on the number's governed queue. */
    QUEUED,
    /** Nobody knows whether it arrived. */
    UNCERTAIN,
    /** It was refused and will not arrive. */
    NOT_SENT,
    /** A person said that it arrived. */
    ARRIVED,
    /** A person left it unsent. */
    LEFT
  }
}
