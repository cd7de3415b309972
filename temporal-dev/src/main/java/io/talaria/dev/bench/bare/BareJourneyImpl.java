package io.talaria.dev.bench.bare;

import io.temporal.activity.LocalActivityOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;

/** Public, and with a public constructor, since the SDK makes it. */
public final class BareJourneyImpl implements BareJourney {
  private final Queue<String> arrived = new ArrayDeque<>();
  private final BareSteps steps =
      Workflow.newLocalActivityStub(
          BareSteps.class,
          LocalActivityOptions.newBuilder().setStartToCloseTimeout(Duration.ofSeconds(7)).build());

  public BareJourneyImpl() {}

  @Override
  public void run() {
    while (!Workflow.getInfo().isContinueAsNewSuggested() || !arrived.isEmpty()) {
      Workflow.await(() -> !arrived.isEmpty());
      String id = arrived.remove();
      String decided = steps.decide(id);
      String sent = steps.send(decided);
      steps.note(sent);
    }
    Workflow.continueAsNew();
  }

  @Override
  public void messageReceived(String id) {
    arrived.add(id);
  }
}
