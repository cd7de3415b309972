package io.talaria.dev.storm.check;

import io.talaria.dev.storm.check.Evidence.RunView;
import io.talaria.dev.storm.check.JournalView.Journey;
import io.talaria.dev.storm.check.JournalView.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Everything came through: no journey stands still, and nothing lies about half done. */
final class NothingStuck implements Check {
  private static final int LOOPING = 5;

  @Override
  public String name() {
    return "nothing is stuck";
  }

  @Override
  public List<Violation> violations(Evidence evidence) {
    List<Violation> found = new ArrayList<>();
    JournalView journal = evidence.journal();
    count(found, journal.openDeliveries(), "deliveries are not worked off");
    count(found, journal.quarantined(), "items are in quarantine");
    count(found, journal.openFacts(), "facts did not reach their journeys");
    for (Message message : journal.messages()) {
      if (message.inbound() && !message.takenIn()) {
        found.add(
            new Violation(
                name(),
                message.number(),
                "message of seq " + message.seq() + " was not taken in",
                List.of(String.valueOf(message.wamid()), message.id().toString())));
      }
    }
    List<RunView> runs = evidence.runs();
    if (runs != null) {
      workflows(journal, runs, found);
    }
    return found;
  }

  private void workflows(JournalView journal, List<RunView> runs, List<Violation> found) {
    Map<String, RunView> byNumber =
        runs.stream().collect(Collectors.toMap(RunView::number, run -> run, (a, b) -> a));
    for (Journey journey : journal.journeys()) {
      RunView run = byNumber.get(journey.number());
      if (journey.status().equals("OPEN") && (run == null || !run.running())) {
        found.add(
            new Violation(
                name(),
                journey.number(),
                "the journey is open, no workflow runs",
                List.of(journey.id().toString())));
      }
    }
    for (RunView run : runs) {
      if (run.taskAttempt() >= LOOPING) {
        found.add(
            new Violation(
                name(),
                run.number(),
                "its workflow task failed " + (run.taskAttempt() - 1) + " times",
                List.of()));
      }
    }
  }

  private void count(List<Violation> found, int count, String what) {
    if (count > 0) {
      found.add(new Violation(name(), "", count + " " + what, List.of()));
    }
  }
}
