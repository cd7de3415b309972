package io.talaria.journey.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journey.JourneyState;
import io.talaria.journey.Mode;
import io.talaria.journey.Outgoing;
import io.talaria.port.Outbound;
import io.talaria.port.Proposal;
import io.talaria.port.Turn.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever happens, and whenever: nothing unasked begins in quiet hours, and nothing is stuck. */
class QuietHoursPropertiesTest {
  private static final Instant BEGIN = Instant.parse("2026-03-02T12:00:00Z");

  /** What may happen between two looks at the clock; the time that passes before it, in minutes. */
  enum Happening {
    NOTHING,
    WRITES,
    WRITES_LATE,
    BOT_ASKED,
    HANDED_BACK,
    TEMPLATE_OWED,
    HELD
  }

  @Property(tries = 2_000)
  void nothing_unasked_begins_in_quiet_hours(
      @ForAll @Size(max = 12) List<Happening> happenings,
      @ForAll @Size(min = 12, max = 12) List<@IntRange(max = 900) Integer> minutes) {
    JourneyState state = QuietHoursTest.quiet(Samples.begun());
    Instant now = BEGIN;
    for (int i = 0; i < happenings.size(); i++) {
      now = now.plus(Duration.ofMinutes(minutes.get(i)));
      state = happens(state, happenings.get(i), i + 1, now);
      for (int step = 0; step < 30; step++) {
        Act act = Next.of(state, Instant.EPOCH, false, now);
        whatWaitsIsCalledBack(state, now);
        if (act instanceof Act.Wait wait) {
          assertThat(wait.until() == null || wait.until().isAfter(now)).isTrue();
          break;
        }
        if (unasked(act, state, now)) {
          assertThat(QuietHoursTest.NIGHTS.isOpen(now)).as("%s at %s", act, now).isTrue();
        }
        state = done(state, act, now);
        assertThat(step).as("the journey comes to rest after %s", act).isLessThan(29);
      }
    }
  }

  /** What nobody asked for doesn't wait on the governed queue when the quiet begins. */
  private static void whatWaitsIsCalledBack(JourneyState state, Instant now) {
    Outgoing.Saying saying = state.outgoing().saying();
    if (saying == null || !QuietHours.holdBack(state, saying)) {
      return;
    }
    Act act = Next.of(state, Reading.CLOSE, Instant.EPOCH, false, OnQueue.UNASKED, now);
    if (act instanceof Act.Wait wait && state.mode() == Mode.BOT) {
      assertThat(wait.until()).isBeforeOrEqualTo(QuietHoursTest.NIGHTS.closesFrom(now).get());
    }
  }

  private static JourneyState happens(JourneyState state, Happening what, long seq, Instant now) {
    return switch (what) {
      case NOTHING -> state;
      case WRITES -> Moves.received(state, Samples.message(seq, now, "hi"));
      case WRITES_LATE ->
          Moves.received(state, Samples.message(seq, now.minus(Duration.ofHours(30)), "hi"));
      case BOT_ASKED -> Moves.personWrote(state, "k" + seq, now, Long.MAX_VALUE);
      case HANDED_BACK -> saying(Holding.returned(state, seq), Reason.RESUME, "r" + seq);
      case TEMPLATE_OWED -> saying(state, Reason.WINDOW_CLOSED, "w" + seq);
      case HELD -> Samples.heldBy(state, Samples.CAMILA, now);
    };
  }

  private static JourneyState saying(JourneyState state, Reason reason, String key) {
    var proposal =
        new Proposal(
            List.of(),
            List.of(new Outbound.Text("…")),
            Map.of(),
            "en",
            "a",
            "q",
            0,
            null,
            null,
            new Proposal.Decision("fake", "v1.0", "-", 1));
    return state.over() ? state : Sayings.begun(state, key, reason, proposal);
  }

  private static boolean unasked(Act act, JourneyState state, Instant now) {
    return switch (act) {
      case Act.Answer answer -> isOld(state, now);
      case Act.Reopen reopen -> isOld(state, now);
      case Act.Nudge nudge -> nudge.send();
      case Act.Say say -> QuietHours.unasked(state.outgoing().saying().reason());
      default -> false;
    };
  }

  private static boolean isOld(JourneyState state, Instant now) {
    Instant newest = state.inbox().open().getLast().sentAt();
    return !now.isBefore(newest.plus(QuietHours.JUST_WRITTEN));
  }

  /** What the flow would have made of it. */
  private static JourneyState done(JourneyState state, Act act, Instant now) {
    return switch (act) {
      case Act.Answer answer -> Moves.personWrote(state, "a", now, Long.MAX_VALUE);
      case Act.Reopen reopen ->
          Silences.reopened(state, "t", state.inbox().open().getLast().seq(), now);
      case Act.Say say -> Moves.said(state, state.outgoing().saying(), now);
      case Act.Drop drop -> Sayings.cut(state);
      case Act.Nudge nudge -> Silences.nudged(state, nudge.number());
      case Act.AlertAtRisk alert -> Silences.alerted(state, true, false);
      case Act.AlertWaiting alert -> Silences.alerted(state, false, true);
      case Act.WarnOwner warn -> Holding.warned(state, now);
      case Act.ReturnToBot back -> Holding.returned(state, 9);
      case Act.DropOff off -> Moves.ended(state, io.talaria.journey.Ending.DROPPED, now);
      case Act.TellAfterEnd tell ->
          state.withInbox(
              Arrivals.answered(
                  state.inbox(), state.inbox().open().stream().map(m -> m.id()).toList()));
      default -> throw new AssertionError("Unforeseen: " + act);
    };
  }
}
