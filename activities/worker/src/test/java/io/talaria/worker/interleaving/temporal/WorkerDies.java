package io.talaria.worker.interleaving.temporal;

import io.talaria.journey.JourneyIds;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptor;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptor;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptorBase;
import io.temporal.workflow.Workflow;
import java.util.UUID;
import java.util.function.Function;

/**
 * Loses workflow tasks after a local activity has done its work: the task is given again, with
 * whatever has come since, as when its worker is killed. Nothing of the lost one is in history; all
 * that it did to the rows stays.
 */
final class WorkerDies extends WorkerInterceptorBase {
  private final Function<UUID, Life> lives;
  private final TaskWatch tasks;

  WorkerDies(Function<UUID, Life> lives, TaskWatch tasks) {
    this.lives = lives;
    this.tasks = tasks;
  }

  @Override
  public WorkflowInboundCallsInterceptor interceptWorkflow(WorkflowInboundCallsInterceptor next) {
    return new WorkflowInboundCallsInterceptorBase(next) {
      @Override
      public void init(WorkflowOutboundCallsInterceptor outbound) {
        super.init(new Mortal(outbound));
      }
    };
  }

  private final class Mortal extends WorkflowOutboundCallsInterceptorBase {
    Mortal(WorkflowOutboundCallsInterceptor next) {
      super(next);
    }

    @Override
    public <R> LocalActivityOutput<R> executeLocalActivity(LocalActivityInput<R> input) {
      String id = Workflow.getInfo().getWorkflowId();
      Life life = lives.apply(JourneyIds.candidateId(id));
      return new LocalActivityOutput<>(
          super.executeLocalActivity(input)
              .getResult()
              .thenApply(
                  result -> {
                    if (life.dies() && tasks.isFirstAttempt(id)) {
                      throw new IllegalStateException("The worker dies here");
                    }
                    return result;
                  }));
    }
  }
}
