package io.talaria.journey;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A recruiter takes the journey over.
 *
 * @param requestId the takeover's id in the journal
 * @param epoch the brake's epoch that the caller raised
 * @param fromHolder a lead takes it from whoever holds it; needs a reason
 */
public record TakeOver(
    UUID requestId,
    UUID operatorId,
    String operatorName,
    long epoch,
    @Nullable String reason,
    boolean fromHolder)
    implements RecruiterRequest {}
