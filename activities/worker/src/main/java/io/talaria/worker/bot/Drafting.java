package io.talaria.worker.bot;

import io.talaria.journey.Ending;
import io.talaria.journey.MessageReceived;
import io.talaria.port.Appointment;
import io.talaria.port.Kept;
import io.talaria.port.Outbound;
import io.talaria.port.Proposal;
import io.talaria.port.Turn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A proposal in the making; whatever isn't said stays as the turn found it. */
final class Drafting {
  private final Turn turn;
  private final String version;
  private List<Outbound> messages = List.of();
  private Map<String, String> answers = Map.of();
  private Map<String, String> learnt = Map.of();
  private String rule = "";
  private String language;
  private String stage;
  private @Nullable String step;
  private int misses;
  private @Nullable Ending ending;
  private @Nullable String needsHuman;
  private @Nullable List<Integer> afterArrival;
  private @Nullable List<Appointment> agenda;
  private @Nullable String reason;
  private @Nullable Boolean marked;
  private final List<Kept> kept = new ArrayList<>();
  private @Nullable Boolean awaits;

  Drafting(Turn turn, String version) {
    this.turn = turn;
    this.version = version;
    this.language = turn.language();
    this.stage = turn.stage();
    this.step = turn.step();
  }

  Drafting sending(Outbound message, String why) {
    this.messages = List.of(message);
    this.rule = why;
    this.misses = turn.misses();
    return this;
  }

  /** Says nothing. */
  Drafting silent(String why) {
    this.rule = why;
    this.misses = turn.misses();
    return this;
  }

  Drafting bubbles(Bubbles bubbles, String inLanguage, String why) {
    this.messages = bubbles.all();
    this.afterArrival = bubbles.afterArrival();
    this.marked = bubbles.marked() ? true : null;
    this.language = inLanguage;
    this.rule = why;
    return this;
  }

  Drafting at(String newStage, @Nullable String newStep) {
    this.stage = newStage;
    this.step = newStep;
    return this;
  }

  Drafting answers(Map<String, String> understood) {
    this.answers = understood;
    return this;
  }

  /** Knows this too, whatever else is understood. */
  Drafting learning(Map<String, String> more) {
    this.learnt = more;
    return this;
  }

  Drafting misses(int inARow) {
    this.misses = inARow;
    return this;
  }

  Drafting ending(Ending how) {
    this.ending = how;
    return this;
  }

  /** Ends as rejected, for this reason. */
  Drafting rejecting(String why) {
    this.ending = Ending.REJECTED;
    this.reason = why;
    return this;
  }

  /** These moments instead of those that stand. */
  Drafting agenda(List<Appointment> appointments) {
    this.agenda = appointments;
    return this;
  }

  /** The journal keeps this beside the words. */
  Drafting keeping(Kept one) {
    this.kept.add(one);
    return this;
  }

  /** The candidate owes an answer although no question is open. */
  Drafting awaiting() {
    this.awaits = true;
    return this;
  }

  Drafting needingHuman(String reason) {
    this.needsHuman = reason;
    return this;
  }

  Proposal done() {
    var all = new HashMap<>(learnt);
    all.putAll(answers);
    return new Proposal(
        turn.messages().stream().map(MessageReceived::id).toList(),
        messages,
        Map.copyOf(all),
        language,
        stage,
        step,
        misses,
        ending,
        needsHuman,
        new Proposal.Decision("script", version, turn.stage() + " › " + rule, 1.0, marked, null),
        afterArrival,
        null,
        awaits,
        agenda,
        reason,
        kept.isEmpty() ? null : List.copyOf(kept));
  }
}
