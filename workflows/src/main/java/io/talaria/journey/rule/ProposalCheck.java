package io.talaria.journey.rule;

import io.talaria.definition.Plan;
import io.talaria.definition.Plan.Stage;
import io.talaria.journey.Ending;
import io.talaria.journey.JourneyState;
import io.talaria.port.JourneyEvent;
import io.talaria.port.Proposal;
import io.talaria.port.TurnKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The bot proposes; this is what the journey lets it do. */
public final class ProposalCheck {
  private ProposalCheck() {}

  /** What is wrong with a proposal, or empty when the plan allows it. */
  public static Optional<String> fault(Plan plan, JourneyState state, Proposal proposal) {
    int from = indexOf(plan, state.talk().stage());
    int to = indexOf(plan, proposal.stage());
    if (to < 0) {
      return Optional.of("unknown stage " + proposal.stage());
    }
    if (to < from) {
      return Optional.of("back from " + state.talk().stage() + " to " + proposal.stage());
    }
    String step = proposal.step();
    if (step != null && !plan.stages().get(to).questions().contains(step)) {
      return Optional.of("no question " + step + " in stage " + proposal.stage());
    }
    if (!plan.languages().contains(proposal.language())) {
      return Optional.of("unknown language " + proposal.language());
    }
    if (proposal.ending() == Ending.REJECTED && state.remembered().undecided()) {
      return Optional.of("a machine may not decide: the candidate objected");
    }
    return Optional.empty();
  }

  /** What the move from one state to the next means for the funnel. */
  public static List<JourneyEvent> events(
      JourneyState before, JourneyState after, String cause, Instant at) {
    var events = new ArrayList<JourneyEvent>();
    List<Stage> stages = after.plan().stages();
    int from = indexOf(after.plan(), before.talk().stage());
    int to = indexOf(after.plan(), after.talk().stage());
    if (from < to) {
      String left = before.talk().stage();
      String next = after.talk().stage();
      events.add(new JourneyEvent.StageCompleted(cause + "#" + left, at, left, next));
      // Each stage asks something: one in which nothing was asked was passed over.
      stages.subList(from + 1, to).stream()
          .map(Stage::id)
          .map(passed -> new JourneyEvent.StageSkipped(cause + "#" + passed, at, passed))
          .forEach(events::add);
      events.add(new JourneyEvent.StageEntered(cause + "#" + next, at, next));
    }
    if (!after.talk().language().equals(before.talk().language())) {
      events.add(
          new JourneyEvent.CandidateStateChanged(
              cause + "#language", at, "language", after.talk().language()));
    }
    if (after.needsHuman() != null && !after.needsHuman().equals(before.needsHuman())) {
      events.add(
          new JourneyEvent.CandidateStateChanged(
              calling(cause, after), at, "needs_human", after.needsHuman()));
    }
    events.addAll(KeptEvents.of(before, cause, at));
    JourneyState.End end = after.end();
    if (end != null && before.end() == null) {
      if (end.ending() == Ending.COMPLETED) {
        events.add(
            new JourneyEvent.StageCompleted(
                cause + "#" + after.talk().stage(), at, after.talk().stage(), null));
      }
      if (end.ending() == Ending.OPTED_OUT) {
        TurnKey.message(cause)
            .ifPresent(
                message -> events.add(new JourneyEvent.CandidateOptedOut(cause, at, message)));
      }
      events.add(
          new JourneyEvent.JourneyEnded(
              cause, at, end.ending(), after.talk().stage(), end.reason()));
    }
    return List.copyOf(events);
  }

  /**
   * One send may call a person twice: refused at first, and failed when sent again. One message
   * may, too: when it comes, and again when the bot answers it after a person had the journey.
   */
  private static String calling(String cause, JourneyState state) {
    return "%s#needs_human:%s@%d".formatted(cause, state.needsHuman(), state.hold().epoch());
  }

  private static int indexOf(Plan plan, String stage) {
    for (int i = 0; i < plan.stages().size(); i++) {
      if (plan.stages().get(i).id().equals(stage)) {
        return i;
      }
    }
    return -1;
  }
}
