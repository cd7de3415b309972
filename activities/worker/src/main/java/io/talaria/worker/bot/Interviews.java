package io.talaria.worker.bot;

import io.talaria.journal.definition.Answer;
import io.talaria.journal.definition.Answer.Slots;
import io.talaria.journal.definition.Hours;
import io.talaria.journal.definition.Limits;
import io.talaria.journal.definition.Localized;
import io.talaria.journal.definition.Step.Ask;
import io.talaria.port.Appointment;
import io.talaria.port.Outbound.Choice;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Meetings with a person: offered, chosen, reminded of, asked about. */
final class Interviews {
  static final String ANOTHER = "another";
  static final String YES = "yes";
  static final String NO = "no";

  /** Why a person is called when no time is free. */
  static final String FULL = "no_free_time";

  /** So many days ahead a free time is looked for when there is none in those that are offered. */
  private static final int FARTHEST = 90;

  private static final String AFTER = "after";
  private static final Map<String, Duration> REMINDERS =
      Map.of("24h", Duration.ofHours(24), "1h", Duration.ofHours(1));

  private Interviews() {}

  /**
   * The choice of times; of a chosen one that it stands; without a free one that a person helps.
   */
  static Prompt prompt(Scene scene, Ask ask, Answer.Interview interview, String text) {
    Optional<Instant> chosen = chosen(scene, ask);
    if (chosen.isPresent()) {
      return standing(scene, ask, interview, interview.confirmed(), chosen.get());
    }
    List<ZonedDateTime> offered = offered(scene, ask, interview.slots());
    if (offered.isEmpty()) {
      Localized full = interview.full();
      return Prompt.plain(
          scene.say(full == null ? scene.definition().texts().personCalled() : full));
    }
    List<Choice> rows =
        offered.stream()
            .map(
                at ->
                    new Choice(
                        ChoiceIds.of(ask.id(), at.toInstant().toString()),
                        Filled.shortMoment(at, scene.language())))
            .toList();
    return new Prompt(text, rows, scene.say(interview.button()));
  }

  /** A text about the time that was chosen, with the way to another one. */
  static Prompt standing(
      Scene scene, Ask ask, Answer.Interview interview, Localized text, Instant at) {
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
    return scene.answer(ask.id()).flatMap(Interviews::instant);
  }

  /** Empty for an answer that is no time. */
  static Optional<Instant> instant(String answer) {
    try {
      return Optional.of(Instant.parse(answer));
    } catch (DateTimeParseException none) {
      return Optional.empty();
    }
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

  /**
   * The free times, soonest first, as many as a list has rows: by the team's clock, shown by the
   * candidate's. Where none is free for so many days, the first ones after.
   */
  static List<ZonedDateTime> offered(Scene scene, Ask ask, Slots slots) {
    Instant earliest = scene.now().plus(slots.notice());
    Map<Instant, Integer> taken = scene.lookups().taken(scene.turn(), ask.id(), earliest);
    var offered = new ArrayList<ZonedDateTime>();
    LocalDate first = earliest.atZone(clock(scene)).toLocalDate();
    for (int i = 0; i <= slots.days() || (offered.isEmpty() && i <= FARTHEST); i++) {
      for (ZonedDateTime at : on(first.plusDays(i), slots, clock(scene))) {
        boolean free = taken.getOrDefault(at.toInstant(), 0) < slots.capacity();
        if (free && !at.toInstant().isBefore(earliest) && offered.size() < Limits.ROWS) {
          offered.add(at.withZoneSameInstant(scene.zone()));
        }
      }
    }
    return List.copyOf(offered);
  }

  private static List<ZonedDateTime> on(LocalDate day, Slots slots, ZoneId clock) {
    return slots.weekdays().contains(day.getDayOfWeek())
        ? slots.times().stream().map(time -> day.atTime(time).atZone(clock)).toList()
        : List.of();
  }

  /** One time is one moment for all candidates, wherever they are. */
  private static ZoneId clock(Scene scene) {
    Hours hours = scene.definition().hours();
    return hours == null ? scene.zone() : hours.zone();
  }
}
