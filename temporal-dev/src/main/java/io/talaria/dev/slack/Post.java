package io.talaria.dev.slack;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One message of the channel.
 *
 * @param ts Slack's id of it within the channel
 * @param blocks Block Kit, as sent; absent for plain text
 * @param changed when it was last updated
 */
record Post(
    String channel,
    String ts,
    @Nullable String threadTs,
    String text,
    @Nullable JsonNode blocks,
    Instant at,
    @Nullable Instant changed) {}
