package io.talaria.journey.rule;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * WhatsApp's customer service window: free text reaches a candidate for 24 hours from their last
 * message. It closes two minutes early for us, since a request takes its time; error 131047 is the
 * truth. See https://developers.facebook.com/docs/whatsapp/cloud-api/guides/send-messages.
 */
public final class ServiceWindow {
  /** WhatsApp's, as people are told of it. */
  public static final Duration LENGTH = Duration.ofHours(24);

  private static final Duration EARLY = Duration.ofMinutes(2);

  private ServiceWindow() {}

  /** Whether free text may be sent now. */
  public static boolean isOpen(@Nullable Instant lastMessage, Instant now) {
    return now.isBefore(closesAt(lastMessage));
  }

  /** From when on free text may not be sent; long ago for somebody who never wrote. */
  static Instant closesAt(@Nullable Instant lastMessage) {
    return lastMessage == null ? Instant.EPOCH : lastMessage.plus(LENGTH).minus(EARLY);
  }
}
