package io.talaria.journey;

import java.util.UUID;

/** What a recruiter asks of a journey. */
public sealed interface RecruiterRequest
    permits TakeOver,
        HandBack,
        HandOver,
        KeepHold,
        Reply,
        ProactiveMessage,
        ScheduleReply,
        CancelScheduled,
        SettleSend,
        ReviewDecision,
        AcknowledgeAlert {
  /** Unique in the journal: asked twice, it is done once and answered the same. */
  UUID requestId();

  /** Who asks. */
  UUID operatorId();
}
