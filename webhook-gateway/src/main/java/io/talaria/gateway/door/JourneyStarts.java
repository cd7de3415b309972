package io.talaria.gateway.door;

import io.talaria.journal.inbox.OpenMessage;
import io.talaria.journey.CandidateJourney;
import io.talaria.journey.JourneyIds;
import io.talaria.journey.JourneyStart;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import java.util.UUID;
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
    return message.start().continuingAfter(settings.continueAfterEvents());
  }

  /** No run timeout: a journey may take months. Its id is its idempotency. */
  private static WorkflowOptions options(OpenMessage message) {
    UUID candidateId = message.candidateId();
    return WorkflowOptions.newBuilder()
        .setWorkflowId(JourneyIds.workflowId(candidateId))
        .setTaskQueue(JourneyIds.JOURNEYS_QUEUE)
        .setWorkflowIdReusePolicy(WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE)
        .setWorkflowIdConflictPolicy(
            WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING)
        .setStaticSummary(
            message.start().definition() + " · candidate " + candidateId.toString().substring(0, 8))
        .setStaticDetails(
            "Definition `%s`, WhatsApp number `%s`, account `%s`.  \nStarted by message %d of the candidate."
                .formatted(
                    message.start().definition(),
                    message.start().numberId(),
                    message.start().accountId(),
                    message.message().seq()))
        .build();
  }
}
