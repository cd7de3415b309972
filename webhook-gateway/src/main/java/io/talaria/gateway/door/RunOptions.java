package io.talaria.gateway.door;

import io.talaria.journey.CandidateJourney;
import io.talaria.journey.JourneyIds;
import io.talaria.journey.JourneyStart;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.client.WorkflowOptions;

/** What every run of a journey is started with, whoever starts it. */
final class RunOptions {
  private RunOptions() {}

  /**
   * No run timeout: a journey may take months. Its id is its idempotency.
   *
   * @param begun how it came to be, for who reads of the run
   */
  static WorkflowOptions.Builder of(JourneyStart start, String begun) {
    return WorkflowOptions.newBuilder()
        .setWorkflowId(JourneyIds.workflowId(start.candidateId()))
        .setTaskQueue(JourneyIds.JOURNEYS_QUEUE)
        .setWorkflowTaskTimeout(CandidateJourney.STEP_WITHIN)
        .setWorkflowIdReusePolicy(WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE)
        .setStaticSummary(
            start.definition() + " · candidate " + start.candidateId().toString().substring(0, 8))
        .setStaticDetails(
            "Definition `%s`, WhatsApp number `%s`, account `%s`.  \n%s"
                .formatted(start.definition(), start.numberId(), start.accountId(), begun));
  }
}
