package io.talaria.port;

import java.time.Instant;

/**
 * A moment at which the bot has a turn of its own, whatever the candidate does: an agreed date, the
 * reminder of an interview, the end of a wait.
 *
 * @param id what it is for, in the bot's own words, such as {@code interview/24h}; unique among
 *     those of a journey
 */
public record Appointment(String id, Instant at) {}
