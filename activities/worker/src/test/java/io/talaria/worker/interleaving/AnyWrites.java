package io.talaria.worker.interleaving;

import io.talaria.journey.Hold;
import io.talaria.journey.Holder;
import io.talaria.journey.JourneyState;
import io.talaria.journey.TakeoverReceipt;
import io.talaria.port.JourneyEvent;
import io.talaria.port.JourneyWrite;
import io.talaria.worker.interleaving.Known.Takeover;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Whatever a run may record: the next state, a repetition, what a lost one decided. */
final class AnyWrites {
  private static final int GAP = 25;

  private final Known known;
  private final List<String> causes = new ArrayList<>();
  private JourneyState written;

  AnyWrites(Known known) {
    this.known = known;
    this.written = known.state;
  }

  Question next() {
    JourneyWrite write =
        known.oneOf(6)
            ? write(written)
            : switch (known.random.nextInt(4)) {
              case 0 -> taken();
              case 1 -> passed();
              case 2 -> returned();
              default -> write(revised(known.state));
            };
    return new Question(
        "recorded: %d.%d %s %s at %s"
            .formatted(
                write.state().generation(),
                write.state().revision(),
                write.state().hold(),
                write.events(),
                write.taskAt()),
        rows -> {
          var became = rows.record(write);
          if (became.stands()) {
            written = write.state();
            known.state = written;
          }
          return became;
        });
  }

  private JourneyWrite taken() {
    Takeover which = known.takeover();
    Instant at = Known.now();
    var receipt = new TakeoverReceipt(at, List.of(), List.of(), List.of());
    return write(
        held(which, at),
        new JourneyEvent.OperatorTakeover(cause(), at, which.operator(), null, null, receipt));
  }

  private JourneyWrite passed() {
    boolean again = !known.takeovers.isEmpty() && known.oneOf(5);
    Takeover to = again ? known.any(known.takeovers) : known.unheard(known.epoch);
    known.takeovers.add(to);
    Instant at = Known.now();
    return write(
        held(to, at),
        new JourneyEvent.OperatorHandover(
            cause(), at, known.anybody(), known.anybody(), to.operator(), null));
  }

  private JourneyWrite returned() {
    return write(
        revised(known.state.withHold(new Hold(known.epoch, null))),
        new JourneyEvent.OperatorHandback(
            cause(), Known.now(), known.anybody(), null, null, null, false));
  }

  private JourneyState held(Takeover by, Instant at) {
    var holder = new Holder(by.id(), by.operator(), "name", at);
    return revised(known.state.withHold(new Hold(by.epoch(), holder)));
  }

  private JourneyWrite write(JourneyState state, JourneyEvent... events) {
    return new JourneyWrite(
        known.account, known.candidate, state, List.of(), List.of(events), null, known.taskAt());
  }

  /** The next revision, or another one: a repetition, a gap, of a run that is lost. */
  private JourneyState revised(JourneyState of) {
    return switch (known.random.nextInt(8)) {
      case 0 -> of;
      case 1 -> of.inGeneration(Math.max(1, of.generation() - 1)).revised();
      case 2 -> {
        JourneyState far = of;
        for (int i = 0; i < GAP; i++) {
          far = far.revised();
        }
        yield far;
      }
      default -> of.revised();
    };
  }

  /** Another one, or now and then one that was told before. */
  private String cause() {
    if (!causes.isEmpty() && known.oneOf(5)) {
      return known.any(causes);
    }
    causes.add(known.life + causes.size());
    return causes.getLast();
  }
}
