package io.talaria.journey.flow;

import io.talaria.journey.Ending;
import io.talaria.journey.JourneyState;
import io.talaria.journey.Outgoing.Saying;
import io.talaria.journey.rule.Arrivals;
import io.talaria.journey.rule.LateFailures;
import io.talaria.journey.rule.LaterTemplates;
import io.talaria.journey.rule.Moves;
import io.talaria.journey.rule.PlannedStarts;
import io.talaria.journey.rule.Sayings;
import io.talaria.journey.rule.Silences;
import io.talaria.port.Desk;
import io.talaria.port.Turn.Reason;
import io.talaria.port.TurnKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What becomes of a reply of the bot, a bubble of which was refused. */
final class Refusals {
  /** The journal's name for: the candidate wants nothing that they didn't ask for. */
  private static final String OPTED_OUT = "OPTED_OUT";

  private final Book book;
  private final Team team;

  Refusals(Book book, Team team) {
    this.book = book;
    this.team = team;
  }

  /**
   * A bubble is refused for good: the rest of the reply isn't said. Where the window is closed the
   * template goes instead; anything else needs a person. What a status tells of this turn later is
   * no news.
   */
  void refused(Saying saying, String key, @Nullable String treatment) {
    book.hold(LateFailures.noticed(book.state(), key));
    if (LaterTemplates.isPutOff(treatment, isAnswer(saying.reason()))
        && Versions.tryLater(treatment)) {
      later(saying, key, treatment);
      return;
    }
    JourneyState cut = Sayings.cut(book.state());
    boolean window = "WINDOW".equals(treatment);
    if (window) {
      cut = Silences.windowClosed(cut);
    }
    switch (saying.reason()) {
      case OPT_OUT -> {
        JourneyState after = Moves.ended(cut, Ending.OPTED_OUT, book.now());
        book.record(after, book.events(cut, after, saying.key()));
      }
      case NUDGE -> {
        JourneyState counted = Silences.nudged(cut, cut.silence().nudges() + 1);
        if (window || OPTED_OUT.equals(treatment)) {
          book.record(counted, List.of());
        } else {
          book.hold(counted);
          team.callPerson(reason(treatment), key, Desk.Kind.SEND_PROBLEM);
        }
      }
      case MESSAGES -> {
        if (window) {
          book.hold(Sayings.spent(cut, saying.proposal()));
        } else {
          callPerson(cut, saying, key, treatment);
        }
      }
      case DUE -> callPerson(Moves.kept(cut, saying.key()), saying, key, treatment);
      case PERSON, RESUME, WINDOW_CLOSED -> callPerson(cut, saying, key, treatment);
    }
  }

  private static boolean isAnswer(Reason said) {
    return switch (said) {
      case DUE, NUDGE, WINDOW_CLOSED -> false;
      case MESSAGES, OPT_OUT, PERSON, RESUME -> true;
    };
  }

  /**
   * A template isn't let through for now, or not to this person. First words, for which nobody
   * waits, are put off in silence, and a reminder that WhatsApp's limits stop is dropped; anything
   * else calls a person, once, and what asks a candidate back is tried again by itself.
   */
  private void later(Saying saying, String key, @Nullable String treatment) {
    String reason = LaterTemplates.reason(treatment).orElseThrow();
    Optional<Instant> at = LaterTemplates.again(treatment, book.now());
    JourneyState cut = Sayings.cut(book.state());
    if (at.isPresent() && PlannedStarts.areFirstWords(cut, saying.key())) {
      book.record(Moves.putOff(cut, saying.key(), at.get()), List.of());
      return;
    }
    if (saying.reason() == Reason.NUDGE && LaterTemplates.isOfLimits(treatment)) {
      // Nobody asked for it: a call for each would be hundreds on a day of limits.
      book.record(Silences.nudged(cut, cut.silence().nudges() + 1), List.of());
      return;
    }
    boolean due = saying.reason() == Reason.DUE;
    JourneyState over = due ? Moves.kept(cut, saying.key()) : cut;
    if (due && LaterTemplates.isOfInterview(cut, saying.key())) {
      // A reminder that comes hours later is none.
      book.hold(over);
      team.callPerson("template_refused", key, Desk.Kind.SEND_PROBLEM);
      return;
    }
    JourneyState trying =
        (due || saying.reason() == Reason.WINDOW_CLOSED) && at.isPresent()
            ? LaterTemplates.trying(over, saying.key(), at.get())
            : over;
    if (TurnKey.isLater(saying.key())) {
      // Whoever was called at the first try knows.
      JourneyState after = trying.withNeedsHuman(reason);
      book.record(after, book.events(book.state(), after, key));
    } else {
      book.hold(trying);
      team.callPerson(reason, key, Desk.Kind.SEND_PROBLEM);
    }
  }

  private void callPerson(JourneyState cut, Saying saying, String key, @Nullable String treatment) {
    book.hold(cut.withInbox(Arrivals.answered(cut.inbox(), saying.proposal().inputIds())));
    team.callPerson(reason(treatment), key, Desk.Kind.SEND_PROBLEM);
  }

  /** Why a person is called; the console has a sentence for each. */
  private static String reason(@Nullable String treatment) {
    return switch (treatment == null ? "" : treatment) {
      case "WINDOW" -> "window_closed";
      case "TEMPLATE" -> "template_refused";
      case "ACCOUNT" -> "account_refused";
      case OPTED_OUT -> "opted_out";
      default -> "send_rejected";
    };
  }
}
