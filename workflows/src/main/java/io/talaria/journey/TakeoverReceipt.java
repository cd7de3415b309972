package io.talaria.journey;

import java.time.Instant;
import java.util.List;

/**
 * What can still reach the candidate although the bot was stopped, read from the intent rows.
 *
 * @param stoppedAt when the brake was raised
 * @param inFlight keys of bot sends whose request had left and whose answer is out
 * @param uncertain keys of bot sends of which nobody knows
 * @param dropped keys of bot sends that were waiting and will not leave
 */
public record TakeoverReceipt(
    Instant stoppedAt, List<String> inFlight, List<String> uncertain, List<String> dropped) {}
