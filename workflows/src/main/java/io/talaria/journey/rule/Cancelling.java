package io.talaria.journey.rule;

import io.talaria.definition.Plan;
import io.talaria.journey.JourneyState;
import io.talaria.journey.MessageReceived;
import io.talaria.journey.Mode;
import io.talaria.journey.Outgoing.Saying;
import io.talaria.journey.Review.Waiting;
import io.talaria.port.Turn.Reason;
import java.util.List;
import java.util.regex.Pattern;

/**
 * "Cancelar" is a stop word, and what people say of a meeting that they can't come to. While one
 * stands the bot asks which of the two is meant, at once; its question tells the other stop words,
 * which stay what they are.
 */
public final class Cancelling {
  private static final Pattern CANCEL = Pattern.compile("\\bcancel");

  private Cancelling() {}

  /**
   * Whether the bot may ask what the open stop words are about: each of them may be about the
   * meeting, nothing else is under way, and the bot that answers is ours, since a stop must never
   * hang on another's.
   */
  public static boolean mayBeTheMeeting(JourneyState state, Reading reading) {
    Plan plan = state.plan();
    List<MessageReceived> stops =
        state.inbox().open().stream().filter(m -> reading.stops(m, plan)).toList();
    return !stops.isEmpty()
        && stops.stream().allMatch(stop -> CANCEL.matcher(Words.fold(stop.text())).find())
        && meetingStands(state)
        && state.mode() == Mode.BOT
        && !state.watched()
        && state.needsHuman() == null
        && state.outgoing().saying() == null
        && state.outgoing().words().isEmpty()
        && state.inReview() == null
        && Calls.forPerson(state, reading).isEmpty()
        && !hasSlowBot(state);
  }

  /** Whether a reply that asks what this message is about is under way, or waits for review. */
  static boolean isAsked(JourneyState state, MessageReceived message) {
    Saying saying = state.outgoing().saying();
    Waiting waiting = state.inReview();
    return (saying != null
            && saying.reason() == Reason.MESSAGES
            && saying.proposal().inputIds().contains(message.id()))
        || (waiting != null && waiting.proposal().inputIds().contains(message.id()));
  }

  /** Its reminders are named by the step that is open, and a mark behind it. */
  private static boolean meetingStands(JourneyState state) {
    String step = state.talk().step();
    return step != null
        && state.appointments().stream().anyMatch(one -> one.id().startsWith(step + "/"));
  }

  private static boolean hasSlowBot(JourneyState state) {
    return state.plan().slowBot()
        || state.plan().stages().stream()
            .filter(stage -> stage.id().equals(state.talk().stage()))
            .anyMatch(stage -> Boolean.TRUE.equals(stage.slowBot()));
  }
}
