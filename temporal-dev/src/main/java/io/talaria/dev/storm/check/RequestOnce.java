package io.talaria.dev.storm.check;

import io.talaria.dev.storm.check.Evidence.Accepted;
import io.talaria.dev.storm.check.Evidence.Asked;
import io.talaria.dev.storm.check.Evidence.Explained;
import io.talaria.dev.storm.check.Evidence.What;
import io.talaria.dev.storm.check.JournalView.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * However often a recruiter's request is repeated, it is done once and answered the same: one
 * message in the words that were written, or none where nothing is to be said.
 */
final class RequestOnce implements Check {
  private static final String CANCELLED = "CANCELLED";
  private static final String REFUSED = "refused";

  /** Its answers aren't kept for longer than the run remembers them. */
  private static final String KEPT = "KEPT";

  @Override
  public String name() {
    return "a repeated request is one message";
  }

  @Override
  public List<Violation> violations(Evidence evidence) {
    List<Violation> found = new ArrayList<>();
    for (Asked asked : evidence.asked()) {
      List<Accepted> accepted =
          evidence.accepted().stream().filter(send -> asked.key().equals(send.key())).toList();
      long rows =
          evidence.journal().messages().stream()
              .map(Message::intentKey)
              .filter(asked.key()::equals)
              .count();
      messages(asked, accepted, rows, found);
      boolean failed =
          evidence.journal().intents().stream()
              .anyMatch(
                  intent -> asked.key().equals(intent.key()) && intent.state().equals("FAILED"));
      answers(asked, accepted.size(), failed, found);
    }
    evidence.explained().forEach(explained -> toldOnce(evidence, explained, found));
    return found;
  }

  private void messages(Asked asked, List<Accepted> accepted, long rows, List<Violation> found) {
    if (accepted.size() > 1 || rows > 1) {
      found.add(violation(asked, accepted.size() + " acceptances, " + rows + " rows"));
    }
    if (asked.what() == What.OTHER && !accepted.isEmpty()) {
      found.add(violation(asked, "nothing was to be said, yet it became a message"));
    }
    for (Accepted send : accepted) {
      if (asked.text() != null && !asked.text().equals(send.text())) {
        found.add(violation(asked, "became other words: " + send.text()));
      }
    }
  }

  /**
   * @param failed whether WhatsApp took it and said afterwards that it can't be delivered
   */
  private void answers(Asked asked, int accepted, boolean failed, List<Violation> found) {
    List<String> answers = asked.answers();
    // No answer within the deadline says nothing; the other answers must agree.
    List<String> done =
        answers.stream()
            .filter(answer -> !answer.equals("AWAY") && !answer.startsWith(REFUSED))
            .distinct()
            .toList();
    List<String> receipts =
        asked.what() == What.SCHEDULED
            ? done.stream().filter(answer -> !answer.equals(CANCELLED)).toList()
            : done;
    if (receipts.size() > 1) {
      found.add(violation(asked, "answered differently: " + answers));
    }
    if (!receipts.isEmpty()
        && !done.contains(KEPT)
        && answers.subList(answers.indexOf(receipts.getFirst()), answers.size()).stream()
            .anyMatch(answer -> answer.startsWith(REFUSED))) {
      found.add(violation(asked, "answered, and refused when it was repeated: " + answers));
    }
    if (done.contains("SENT") && accepted != 1) {
      found.add(violation(asked, "answered SENT, accepted " + accepted + " times"));
    }
    if (done.contains("NOT_SENT") && accepted > 0 && !failed) {
      found.add(violation(asked, "answered NOT_SENT, yet it was accepted"));
    }
    if (asked.what() == What.SCHEDULED && done.contains(CANCELLED) && accepted > 0) {
      found.add(violation(asked, "was cancelled, yet it left"));
    }
  }

  private void toldOnce(Evidence evidence, Explained explained, List<Violation> found) {
    long told =
        evidence.journal().events().stream()
            .filter(event -> event.type().equals("TakeoverExplained"))
            .filter(event -> event.cause().startsWith(explained.takeover()))
            .filter(event -> Objects.equals(event.body().get("reason"), explained.reason()))
            .count();
    if (told > 1 || (explained.confirmed() && told == 0)) {
      found.add(
          new Violation(
              name(),
              explained.number(),
              "a reason that was given stands " + told + " times in the record",
              List.of(explained.takeover())));
    }
  }

  private Violation violation(Asked asked, String what) {
    return new Violation(name(), asked.number(), what, List.of(asked.key()));
  }
}
