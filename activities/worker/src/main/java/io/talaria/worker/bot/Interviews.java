package io.talaria.worker.bot;

import io.talaria.journal.definition.Answer;
import io.talaria.journal.definition.Answer.Slots;
import io.talaria.journal.definition.Limits;
import io.talaria.journal.definition.Step.Ask;
import io.talaria.port.Appointment;
import io.talaria.port.Outbound.Choice;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Meetings with a person: offered, chosen, reminded of, asked about. */
final class Interviews {
  static final String ANOTHER = "another";
  static final String YES = "yes";
  static final String NO = "no";

  private static final String AFTER = "after";
  private static final Map<String, Duration> REMINDERS =
      Map.of("24h", Duration.ofHours(24), "1h", Duration.ofHours(1));

  private Interviews() {}

  /** The choice of times; of a chosen one that it stands. Empty when no time is free. */
  static Optional<Prompt> prompt(Scene scene, Ask ask, Answer.Interview interview, String text) {
    Optional<Instant> chosen = chosen(scene, ask);
    if (chosen.isPresent()) {
      return Optional.of(standing(scene, ask, interview, interview.confirmed(), chosen.get()));
    }
    List<ZonedDateTime> offered = offered(scene, interview.slots());
    if (offered.isEmpty()) {
      return Optional.empty();
    }
    List<Choice> rows =
        offered.stream()
            .map(
                at ->
                    new Choice(
                        ChoiceIds.of(ask.id(), at.toInstant().toString()),
                        Filled.shortMoment(at, scene.language())))
            .toList();
    return Optional.of(new Prompt(text, rows, scene.say(interview.button())));
  }

  /** A text about the time that was chosen, with the way to another one. */
  static Prompt standing(
      Scene scene,
      Ask ask,
      Answer.Interview interview,
      io.talaria.journal.definition.Localized text,
      Instant at) {
    return Prompt.buttons(
        Filled.in(scene.say(text), Map.of("time", Filled.moment(scene.here(at), scene.language()))),
        new Choice(ChoiceIds.of(ask.id(), ANOTHER), scene.say(interview.another())));
  }

  /** Asks whether it took place. */
  static Prompt afterwards(Scene scene, Ask ask, Answer.Interview interview) {
    return Prompt.buttons(
        scene.say(interview.happened()),
        new Choice(ChoiceIds.of(ask.id(), YES), scene.say(interview.yes())),
        new Choice(ChoiceIds.of(ask.id(), NO), scene.say(interview.no())));
  }

  static Optional<Instant> chosen(Scene scene, Ask ask) {
    return scene.answer(ask.id()).map(Instant::parse);
  }

  /** The reminders that lie ahead, and the question afterwards. */
  static List<Appointment> agenda(Scene scene, Ask ask, Answer.Interview interview, Instant at) {
    var agenda = new ArrayList<Appointment>();
    REMINDERS.entrySet().stream()
        .sorted(Map.Entry.<String, Duration>comparingByValue().reversed())
        .map(r -> new Appointment(ask.id() + "/" + r.getKey(), at.minus(r.getValue())))
        .filter(appointment -> appointment.at().isAfter(scene.now()))
        .forEach(agenda::add);
    agenda.add(new Appointment(ask.id() + "/" + AFTER, at.plus(interview.slots().length())));
    return List.copyOf(agenda);
  }

  /** Whether this appointment is the question afterwards. */
  static boolean isAfterwards(String due) {
    return due.endsWith("/" + AFTER);
  }

  /** The free times, soonest first, as many as a list has rows. */
  static List<ZonedDateTime> offered(Scene scene, Slots slots) {
    var offered = new ArrayList<ZonedDateTime>();
    Instant earliest = scene.now().plus(slots.notice());
    LocalDate first = scene.here(earliest).toLocalDate();
    for (int i = 0; i <= slots.days() || offered.isEmpty(); i++) {
      LocalDate day = first.plusDays(i);
      if (!slots.weekdays().contains(day.getDayOfWeek())) {
        continue;
      }
      for (LocalTime time : slots.times()) {
        ZonedDateTime at = day.atTime(time).atZone(scene.zone());
        if (!at.toInstant().isBefore(earliest) && offered.size() < Limits.ROWS) {
          offered.add(at);
        }
      }
    }
    return List.copyOf(offered);
  }
}
