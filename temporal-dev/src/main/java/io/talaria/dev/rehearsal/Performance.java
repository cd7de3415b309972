package io.talaria.dev.rehearsal;

import io.talaria.journal.definition.Beat;
import io.talaria.journal.definition.Published;
import io.talaria.journal.definition.Rehearsal;
import io.talaria.journey.JourneyState;
import io.talaria.port.BotFault;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Plays a rehearsal on a server of its own. */
final class Performance implements AutoCloseable {
  private final Rehearsal rehearsal;
  private final RehearsalServer server;
  private final Transcript transcript;
  private final Chronicle chronicle;
  private final Neighbours neighbours;
  private final Candidate candidate;
  private final People people;
  private final Patience patience;
  private final Expectations expectations;
  private final Queue<BotFault> faults = new ConcurrentLinkedQueue<>();

  /** Whether the candidate has done something that nobody was seen to answer. */
  private boolean owed;

  private Performance(Published published, Rehearsal rehearsal, Bots bots) {
    Rehearsal.Setting setting = rehearsal.setting();
    this.rehearsal = rehearsal;
    this.server = new RehearsalServer(setting.start().atZone(setting.zone()).toInstant());
    this.transcript = new Transcript(setting.zone());
    this.chronicle = new Chronicle(transcript, server::now);
    this.neighbours = new Neighbours(published.definition(), setting, server::now, chronicle);
    this.patience = new Patience(server, neighbours);
    this.expectations = new Expectations(neighbours, patience);
    this.people = new People(server, neighbours, chronicle);
    this.candidate =
        new Candidate(
            server,
            neighbours,
            chronicle,
            published.definition().plan().definition(),
            setting.candidate(),
            setting.country());
    server.start(
        neighbours, new NotingBot(bots.of(rehearsal, neighbours, faults), neighbours, chronicle));
  }

  /**
   * Plays it to its end, or to the first thing that isn't as expected.
   *
   * @param bots who answers
   */
  static Result of(Published published, Rehearsal rehearsal, Bots bots) {
    long begun = System.nanoTime();
    try (var performance = new Performance(published, rehearsal, bots)) {
      return performance.play(begun);
    }
  }

  private Result play(long begun) {
    int at = rehearsal.line();
    Unmet failure = null;
    try {
      for (Rehearsal.Line line : rehearsal.story()) {
        at = line.line();
        play(line.beat());
      }
      patience.settle();
    } catch (Unmet unmet) {
      failure = unmet;
    } catch (IllegalStateException broken) {
      failure = new Unmet("a journey that goes on", String.valueOf(broken.getMessage()));
    }
    return new Result(
        rehearsal,
        transcript.lines(),
        failure,
        failure == null ? rehearsal.line() : at,
        Duration.ofNanos(System.nanoTime() - begun));
  }

  private void play(Beat beat) {
    switch (beat) {
      case Beat.HearsNothing silence -> {
        expectations.check(silence);
        chronicle.journey(Words.of(silence.time()) + " of silence");
      }
      case Beat.Hears heard -> {
        expectations.check(heard);
        owed = false;
      }
      case Beat.Expectation expectation -> expectations.check(expectation);
      case Beat.Waits waits -> pass(waits.time());
      case Beat.WaitsUntil waits -> pass(Duration.between(now(), waits.moment().after(now())));
      case Beat.Answers answers -> answers.answers().forEach(this::answer);
      case Beat.Says says -> candidateActs(() -> says.texts().forEach(candidate::says));
      case Beat.SaysLate late -> candidateActs(() -> candidate.saysLate(late.text(), late.ago()));
      case Beat.Taps taps -> candidateActs(() -> candidate.taps(taps.title()));
      case Beat.Sends sends -> candidateActs(() -> sends.media().forEach(candidate::sends));
      case Beat.FillsIn filled -> candidateActs(() -> candidate.fillsIn(filled));
      case Beat.IsBegunAsPlanned ignored -> candidateActs(candidate::isBegunAsPlanned);
      case Beat.Opens opens -> opens.listings().forEach(neighbours::opens);
      case Beat.BotFails fails -> {
        chronicle.note("Bot", "will fail: " + Chronicle.word(fails.fault()));
        faults.add(fails.fault());
      }
      case Beat.OthersBook others -> candidate.loses(others.choices(), others.faster());
      case Beat.TakesOver takes -> act(() -> people.takesOver(takes.who()));
      case Beat.RecruiterSays says -> act(() -> people.says(says.text()));
      case Beat.Approves ignored -> act(people::approves);
      case Beat.Edits edits -> act(() -> people.edits(edits.texts()));
      case Beat.Rejects rejects -> act(() -> people.rejects(rejects.why()));
      case Beat.HandsOver hands -> act(() -> people.handsOver(hands.to()));
      case Beat.HandsBack hands -> act(() -> people.handsBack(hands.outcome()));
    }
  }

  /** What was said before somebody acts is passed over. */
  private void act(Runnable act) {
    patience.settle();
    expectations.passOver();
    owed = false;
    act.run();
  }

  private void candidateActs(Runnable act) {
    act(act);
    owed = true;
  }

  private void answer(String answer) {
    if (owed) {
      patience.until(this::answered);
    }
    act(() -> candidate.answers(answer));
    if (!patience.until(this::answered)) {
      throw new Unmet("the bot to answer \"" + answer + "\"", "nothing");
    }
  }

  /** Whether the bot has said something since, and has no more to say. */
  private boolean answered() {
    JourneyState state = neighbours.newest();
    return expectations.news()
        && state != null
        && state.outgoing().saying() == null
        && state.inbox().open().isEmpty();
  }

  private void pass(Duration time) {
    if (time.isNegative()) {
      throw new Unmet(
          "a time that is still to come", "one that is over by " + Words.of(time.negated()));
    }
    patience.settle();
    expectations.passOver();
    Instant until = server.now().plus(time);
    chronicle.journey(Words.of(time) + " pass" + sleeping());
    patience.pass(Duration.between(server.now(), until));
  }

  /** Until when the journey sleeps, and what for. */
  private String sleeping() {
    return server
        .sleeping()
        .map(
            timer ->
                ", the journey sleeps until %s%s"
                    .formatted(
                        transcript.moment(timer.until()),
                        timer.what().isEmpty() ? "" : " (%s)".formatted(timer.what())))
        .orElse("");
  }

  private LocalDateTime now() {
    return LocalDateTime.ofInstant(server.now(), rehearsal.setting().zone());
  }

  @Override
  public void close() {
    server.close();
  }
}
