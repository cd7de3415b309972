package io.talaria.gateway.door;

import io.talaria.journal.inbox.OpenMessage;
import io.talaria.journey.CandidateJourney;
import io.talaria.journey.JourneyStart;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import org.springframework.stereotype.Component;

/** How a message starts the journey of its candidate, when none runs. */
@Component
class JourneyStarts {
  private final WorkflowClient client;
  private final RunSettings settings;

  JourneyStarts(WorkflowClient client, RunSettings settings) {
    this.client = client;
    this.settings = settings;
  }

  /** The candidate's journey, running or not. */
  CandidateJourney journey(OpenMessage message) {
    return client.newWorkflowStub(CandidateJourney.class, options(message));
  }

  /** What a journey that this message starts begins with. */
  JourneyStart with(OpenMessage message) {
    return settings.of(message.start());
  }

  private static WorkflowOptions options(OpenMessage message) {
    String begun = "Started by message %d of the candidate.".formatted(message.message().seq());
    return RunOptions.of(message.start(), begun)
        .setWorkflowIdConflictPolicy(
            WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING)
        .build();
  }
}
