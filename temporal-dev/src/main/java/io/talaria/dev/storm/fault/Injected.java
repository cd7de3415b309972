package io.talaria.dev.storm.fault;

import java.time.Instant;

/**
 * A fault that really happened.
 *
 * @param fault kind and target, as reports count it
 * @param upAt when the part answered again; the same moment for what needs no restart
 * @param note what else is worth knowing
 */
public record Injected(Instant at, String fault, int millis, Instant upAt, String note) {}
