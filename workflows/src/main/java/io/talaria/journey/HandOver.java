package io.talaria.journey;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The holder gives the journey to a colleague; a lead may give anybody's. The bot stays silent.
 *
 * @param requestId becomes the colleague's takeover
 * @param fromOperatorId who holds it as the caller saw it; refused when that is somebody else by
 *     now
 * @param lead whether the caller may give what somebody else holds
 * @param note for the colleague
 */
public record HandOver(
    UUID requestId,
    UUID operatorId,
    UUID fromOperatorId,
    UUID toOperatorId,
    String toName,
    boolean lead,
    @Nullable String note)
    implements RecruiterRequest {}
