package io.talaria.journey.rule;

import io.talaria.journey.JourneyState;
import io.talaria.journey.Outgoing;
import io.talaria.port.Turn.Reason;
import java.util.Objects;

/**
 * Whether what a bot thinks about is still to be answered, after people did something meanwhile.
 */
public final class StillAsked {
  private StillAsked() {}

  /**
   * Whether the turn stands. Where people's words leave, or wait to, the bot would answer without
   * having read them, and its reminder would follow on their heels: what asks for it asks again.
   * Nothing asks again for a question after a hand-back and for the template, so these stand.
   *
   * @param asked the state of which the bot was asked
   */
  public static boolean stands(JourneyState asked, JourneyState now, Reason reason) {
    Outgoing before = asked.outgoing();
    Outgoing after = now.outgoing();
    boolean botsTurn =
        now.mode() == asked.mode()
            && now.over() == asked.over()
            && now.watched() == asked.watched()
            && Objects.equals(now.needsHuman(), asked.needsHuman())
            && Objects.equals(now.inReview(), asked.inReview())
            && Objects.equals(after.saying(), before.saying())
            && now.talk().equals(asked.talk())
            && now.inbox().open().equals(asked.inbox().open());
    boolean nobodySpoke =
        Objects.equals(after.paced(), before.paced()) && after.words().equals(before.words());
    return botsTurn && (nobodySpoke || reason == Reason.RESUME || reason == Reason.WINDOW_CLOSED);
  }
}
