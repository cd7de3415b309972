package io.talaria.journal.planned;

import io.talaria.journal.inbox.InboundMessage.Sender;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks for who plans a start.
 *
 * @param id the caller's request id: sent twice, it plans once
 * @param numberId of the business number that speaks
 * @param definition null for that of the number
 * @param candidate whom to write to
 * @param optIn when and how they agreed to be written to
 * @param by who plans it
 */
public record StartWish(
    UUID id,
    UUID accountId,
    String numberId,
    @Nullable String definition,
    Sender candidate,
    Instant at,
    String optIn,
    String by) {}
