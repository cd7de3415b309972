package io.talaria.worker.bot;

import io.talaria.journal.definition.Engine;
import io.talaria.journal.definition.Published;
import io.talaria.port.Appointment;
import io.talaria.port.Proposal;
import io.talaria.port.Proposal.Decision;
import io.talaria.port.Turn;
import io.talaria.worker.bot.http.HttpBot;
import java.util.List;

/**
 * Has a turn answered by the bot of its stage. Where one from outside fails, the definition says
 * who goes on; the decision tells why.
 */
public final class Routing {
  private Routing() {}

  /** Reaches bots from outside. */
  @FunctionalInterface
  public interface Outside {
    /** What the bot makes of this turn; its faults are told, never thrown. */
    HttpBot.Asked ask(Turn turn, Published published, Engine.Http engine);
  }

  /** What the bot of the turn's stage proposes, or who goes on instead. */
  public static Proposal propose(Published published, Turn turn, Lookups lookups, Outside outside) {
    Proposal proposal =
        turn.reason().isTalk()
                && published.definition().engineOf(turn.stage()) instanceof Engine.Http http
            ? outside(published, turn, lookups, outside, http)
            : scripted(published, turn, lookups);
    return AnswerRoom.fitted(published.definition(), turn, proposal);
  }

  /** Begins to load what takes a moment; whoever doesn't call this waits at the first turn. */
  public static void prepare() {
    LanguageHearing.prepare();
  }

  /** A bot from outside chooses its language itself; the script speaks the one that is heard. */
  private static Proposal scripted(Published published, Turn turn, Lookups lookups) {
    return SpokenLanguage.answer(
        published, turn, lookups, spoken -> Script.propose(published, spoken, lookups));
  }

  private static Proposal outside(
      Published published, Turn turn, Lookups lookups, Outside outside, Engine.Http http) {
    return switch (outside.ask(turn, published, http)) {
      case HttpBot.Proposed proposed -> goingOn(turn, proposed.proposal());
      case HttpBot.Failed failed -> instead(published, turn, lookups, http, failed);
    };
  }

  /**
   * A bot that leaves a question of the script, such as a wait, leaves its appointments too.
   * Nothing would be said when they come, and until then the candidate would owe nothing: nobody
   * would ever hear of one who falls silent. A date that the candidate named stands.
   */
  private static Proposal goingOn(Turn turn, Proposal proposal) {
    Turn.Moment moment = turn.moment();
    if (moment == null || proposal.agenda() != null) {
      return proposal;
    }
    String step = proposal.step();
    List<Appointment> left =
        moment.agenda().stream()
            .filter(
                one ->
                    one.id().equals(Script.FOLLOW_UP)
                        || (step != null && step.equals(turn.step()) && one.id().startsWith(step)))
            .toList();
    return left.equals(moment.agenda()) ? proposal : proposal.agreeing(left);
  }

  private static Proposal instead(
      Published published, Turn turn, Lookups lookups, Engine.Http http, HttpBot.Failed failed) {
    return switch (http.fallback()) {
      case HUMAN -> {
        String rule = "%s › %s failed: %s".formatted(turn.stage(), http.name(), failed.told());
        yield new Drafting(turn, published.version())
            .silent("")
            .needingHuman(failed.fault().needsHuman())
            .done()
            .decidedBy(new Decision("http", published.version(), rule, 1));
      }
      case SCRIPT -> {
        Proposal scripted = scripted(published, turn, lookups);
        String rule =
            "%s (fallback: %s %s)"
                .formatted(scripted.decision().rule(), http.name(), failed.told());
        yield scripted.decidedBy(new Decision("script", published.version(), rule, 1));
      }
    };
  }
}
