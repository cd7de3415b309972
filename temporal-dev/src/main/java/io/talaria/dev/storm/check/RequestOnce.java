package io.talaria.dev.storm.check;

import io.talaria.dev.storm.check.Evidence.Accepted;
import io.talaria.dev.storm.check.Evidence.Asked;
import io.talaria.dev.storm.check.JournalView.Message;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** However often a recruiter's request is repeated, it is one message and one answer. */
final class RequestOnce implements Check {
  @Override
  public String name() {
    return "a repeated request is one message";
  }

  @Override
  public List<Violation> violations(Evidence evidence) {
    List<Violation> found = new ArrayList<>();
    for (Asked asked : evidence.asked()) {
      String key = "req:" + asked.request() + "/0";
      long accepted = evidence.accepted().stream().map(Accepted::key).filter(key::equals).count();
      long rows =
          evidence.journal().messages().stream()
              .map(Message::intentKey)
              .filter(key::equals)
              .count();
      Set<String> answers = new HashSet<>(asked.answers());
      // No answer within the deadline says nothing; the other answers must agree.
      answers.remove("AWAY");
      if (accepted > 1 || rows > 1) {
        found.add(violation(asked, key, "%d acceptances, %d rows".formatted(accepted, rows)));
      }
      if (answers.contains("SENT") && accepted != 1) {
        found.add(violation(asked, key, "answered SENT, accepted " + accepted + " times"));
      }
      if (answers.contains("SENT") && answers.contains("NOT_SENT")) {
        found.add(violation(asked, key, "answered differently: " + asked.answers()));
      }
    }
    return found;
  }

  private Violation violation(Asked asked, String key, String what) {
    return new Violation(name(), asked.number(), what, List.of(key));
  }
}
