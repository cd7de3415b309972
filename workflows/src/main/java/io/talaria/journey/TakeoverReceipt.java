package io.talaria.journey;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can still reach the candidate although the bot was stopped, read from the intent rows.
 *
 * @param stoppedAt when the brake was raised
 * @param inFlight keys of bot sends whose request had left and whose answer is out
 * @param uncertain keys of bot sends of which nobody knows
 * @param dropped keys of bot sends that were waiting and will not leave
 * @param heldBack what other people had waiting; null in receipts that are older than this
 */
public record TakeoverReceipt(
    Instant stoppedAt,
    List<String> inFlight,
    List<String> uncertain,
    List<String> dropped,
    @Nullable List<HeldBack> heldBack) {
  public TakeoverReceipt(
      Instant stoppedAt, List<String> inFlight, List<String> uncertain, List<String> dropped) {
    this(stoppedAt, inFlight, uncertain, dropped, null);
  }

  /** Whose words did not leave: they wait for a person's decision. */
  public List<HeldBack> words() {
    return heldBack == null ? List.of() : heldBack;
  }

  /**
   * A person's words that waited to be sent when somebody else took the journey over.
   *
   * @param key of their send
   */
  public record HeldBack(String key, String operatorName) {}
}
