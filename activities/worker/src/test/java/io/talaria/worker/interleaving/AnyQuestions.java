package io.talaria.worker.interleaving;

import io.talaria.journey.Holder;
import io.talaria.journey.JourneyState;
import io.talaria.journey.TakeoverReceipt;
import io.talaria.port.Journal.Brake;
import io.talaria.port.Journal.DropQueued;
import io.talaria.port.Journal.ReleaseBrake;
import io.talaria.port.Journal.Step;
import io.talaria.port.Journal.StopBot;
import io.talaria.worker.interleaving.Known.Takeover;
import io.talaria.worker.interleaving.Rows.Send;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Whatever may be asked of a candidate's rows, in any order, also what no journey would ask: a
 * takeover of which nobody has heard, a repetition, what belongs to a run that is lost.
 */
final class AnyQuestions {
  private final Known known;
  private final AnyWrites writes;
  private final Set<String> begun = new LinkedHashSet<>();

  AnyQuestions(Known known) {
    this.known = known;
    this.writes = new AnyWrites(known);
  }

  Question next() {
    return switch (known.random.nextInt(25)) {
      case 0, 1, 2 -> raise();
      case 3 -> refuse();
      case 4, 5 -> holdBack();
      case 6 -> new Question("may a bot's send leave", Rows::botSendsMayLeave);
      case 7 -> receipt();
      case 8, 9 -> release();
      case 10 -> new Question("how does the brake stand", Rows::brake);
      case 11 -> new Question("another run goes on", Rows::goOn);
      case 12, 13, 14, 15 -> begin();
      case 16, 17, 18 -> finish();
      case 19 -> overdue();
      case 20 -> drop();
      default -> writes.next();
    };
  }

  /** What was answered, which later questions are made of. */
  void heard(Object answer) {
    switch (answer) {
      case JourneyState goneOn -> {
        known.state = goneOn;
        known.epoch = goneOn.hold().epoch();
      }
      case Brake brake -> known.epoch = brake.epoch();
      default -> {}
    }
  }

  private Question raise() {
    boolean again = !known.takeovers.isEmpty() && known.oneOf(4);
    Takeover wish = again ? known.any(known.takeovers) : known.unheard(0);
    boolean fromHolder = known.oneOf(3);
    return new Question(
        "%s is raised by %s, from its holder: %s".formatted(wish.id(), wish.operator(), fromHolder),
        rows -> {
          var raised = rows.raise(wish.id(), wish.operator(), fromHolder);
          raised.ifPresent(
              at -> {
                known.takeovers.add(new Takeover(wish.id(), wish.operator(), at));
                known.epoch = at;
              });
          return raised;
        });
  }

  private Question refuse() {
    Takeover which = known.takeover();
    return new Question(
        "refused: " + which.id(),
        rows -> {
          rows.refuse(which.id());
          return rows.brake();
        });
  }

  private Question holdBack() {
    StopBot stop = stop();
    return new Question(
        "held back: " + stop,
        rows -> {
          rows.holdBack(stop);
          return rows.brake();
        });
  }

  private Question receipt() {
    StopBot stop = stop();
    return new Question(
        "the receipt of " + stop,
        rows -> {
          TakeoverReceipt receipt = rows.receipt(stop);
          return List.of(
              receipt.inFlight(), receipt.uncertain(), receipt.dropped(), receipt.words());
        });
  }

  /** Mostly as it was asked; sometimes of somebody who asks without a console. */
  private StopBot stop() {
    Takeover which = known.takeover();
    long at = known.oneOf(6) ? known.epoch + 1 : which.epoch();
    return new StopBot(
        known.candidate, known.state.journeyId(), which.id(), at, List.of(key(0), key(1)));
  }

  private Question release() {
    Holder holder = known.state.hold().holder();
    UUID which =
        holder != null && known.random.nextBoolean() ? holder.takeoverId() : known.takeover().id();
    Step by =
        known.oneOf(4)
            ? null
            : new Step(
                known.state.generation() - known.random.nextInt(8) / 7,
                known.state.revision() - known.random.nextInt(2),
                known.taskAt());
    return new Question(
        "released: %s by %s".formatted(which, by),
        rows ->
            rows.release(new ReleaseBrake(known.candidate, which, "cause", null, null, null, by)));
  }

  private Question begin() {
    Send send = send(key(known.random.nextInt(6)));
    return new Question(
        "begun: " + send,
        rows -> {
          String answer = rows.begin(send);
          if (answer.equals("CALL")) {
            begun.add(send.key());
          }
          return answer;
        });
  }

  private Question finish() {
    if (begun.isEmpty()) {
      return begin();
    }
    Send send = send(known.any(List.copyOf(begun)));
    String outcome =
        List.of("SENT", "QUEUED", "QUEUED", "UNCERTAIN", "REJECTED").get(known.random.nextInt(5));
    return new Question(
        outcome + ": " + send,
        rows -> List.of(rows.mayLeave(send.key()), rows.finish(send, outcome)));
  }

  private Question drop() {
    String key = known.oneOf(3) ? null : key(known.random.nextInt(6));
    long under = known.epoch - known.random.nextInt(3) / 2;
    var drop = new DropQueued(known.candidate, known.state.journeyId(), under, key);
    return new Question(
        "dropped: " + drop,
        rows -> {
          long goesOn = rows.drop(drop);
          known.epoch = rows.brake().epoch();
          return goesOn;
        });
  }

  /** Asked right after the deadline and a while later, since its caller has a second to tell. */
  private Question overdue() {
    if (begun.isEmpty()) {
      return begin();
    }
    Send send = send(known.any(List.copyOf(begun)));
    return new Question(
        "overdue: " + send,
        rows -> {
          rows.isOverdue(send.key(), Duration.ZERO);
          var answers = new ArrayList<Object>();
          answers.add(rows.mayLeave(send.key()));
          answers.add(rows.botSendsMayLeave());
          answers.add(rows.begin(send));
          rows.isOverdue(send.key(), Duration.ofMinutes(1));
          answers.add(rows.begin(send));
          return answers;
        });
  }

  /** The first four keys are the bot's; the others are each somebody's own. */
  private Send send(String key) {
    int n = key.charAt(key.length() - 1) - '0';
    return new Send(
        key, known.epoch - known.random.nextInt(4) / 3, n < 4 ? null : known.team[n - 4]);
  }

  private String key(int n) {
    return known.life + "/" + n;
  }
}
