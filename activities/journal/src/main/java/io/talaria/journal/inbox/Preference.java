package io.talaria.journal.inbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a person chose at WhatsApp about this business's marketing messages.
 *
 * @param aliases under which WhatsApp knows them; at least one
 * @param wanted whether they want them; else they stopped them
 */
public record Preference(UUID accountId, List<Alias> aliases, boolean wanted, Instant at) {}
