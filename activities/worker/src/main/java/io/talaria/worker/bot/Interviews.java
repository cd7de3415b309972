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

  static final String CANCEL = "cancel";
  static final String KEEP = "keep";

  /** Kept for who doesn't want to meet any more. */
  static final String CANCELLED = "cancelled";

  /** Why a person is called when no time is free. */
  static final String FULL = "no_free_time";

  /** Why a person is called when none of the free times suits. */
  static final String NONE_SUITS = "no_time_suits";

  /** Why a person is called when the candidate gave their time back, and wants no other. */
  static final String GIVEN_UP = "interview_cancelled";

  /** Why a person is called when a meeting doesn't suit any more, and the bot can't settle it. */
  static final String UNSETTLED = "interview_change";

  /** So many days ahead a free time is looked for when there is none in those that are offered. */
  private static final int FARTHEST = 90;

  private static final String AFTER = "after";
  private static final Map<String, Duration> REMINDERS =
      Map.of("24h", Duration.ofHours(24), "1h", Duration.ofHours(1));

  private Interviews() {}

  /**
   * The choice of times; of a chosen one that it stands, or whether it took place; without a free
   * one that a person helps.
   */
  static Prompt prompt(Scene scene, Ask ask, Answer.Interview interview, String text) {
    Optional<Instant> chosen = chosen(scene, ask);
    if (chosen.isPresent() && isOver(scene, interview, chosen.get())) {
      return afterwards(scene, ask, interview);
    }
    if (chosen.isPresent()) {
      return standing(scene, ask, interview, interview.confirmed(), chosen.get());
    }
    List<ZonedDateTime> offered = offered(scene, ask, interview.slots());
    if (offered.isEmpty()) {
      Localized full = interview.full();
      return Prompt.plain(
          scene.say(full == null ? scene.definition().texts().personCalled() : full));
    }
    return offer(scene, ask, interview, text, offered);
  }

  /** The choice among these times, of which as many are shown as a list has rows. */
  static Prompt offer(
      Scene scene, Ask ask, Answer.Interview interview, String text, List<ZonedDateTime> times) {
    List<Choice> rows =
        times.stream()
            .limit(Limits.ROWS)
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

  /** What is to become of the time that was chosen. */
  static Prompt changing(
      Scene scene, Ask ask, Answer.Interview interview, Answer.Change change, Instant at) {
    return Prompt.buttons(
        Filled.in(
            scene.say(change.text()),
            Map.of("time", Filled.moment(scene.here(at), scene.language()))),
        new Choice(ChoiceIds.of(ask.id(), ANOTHER), scene.say(interview.another())),
        new Choice(ChoiceIds.of(ask.id(), CANCEL), scene.say(change.cancel())),
        new Choice(ChoiceIds.of(ask.id(), KEEP), scene.say(change.keep())));
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

  /** Whether the candidate gave up their time, and wants no other. */
  static boolean isCancelled(Scene scene, Ask ask) {
    return scene.answer(ask.id()).filter(CANCELLED::equals).isPresent();
  }

  /** Whether the meeting must be over by now. */
  static boolean isOver(Scene scene, Answer.Interview interview, Instant at) {
    return !at.plus(interview.slots().length()).isAfter(scene.now());
  }

  /** Empty for an answer that is no time. */
  static Optional<Instant> instant(String answer) {
    try {
      return Optional.of(Instant.parse(answer));
    } catch (DateTimeParseException none) {
      return Optional.empty();
    }
  }

  /** The reminders and the question afterwards, as far as they lie ahead. */
  static List<Appointment> agenda(Scene scene, Ask ask, Answer.Interview interview, Instant at) {
    var agenda = new ArrayList<Appointment>();
    REMINDERS.entrySet().stream()
        .sorted(Map.Entry.<String, Duration>comparingByValue().reversed())
        .map(r -> new Appointment(ask.id() + "/" + r.getKey(), at.minus(r.getValue())))
        .filter(appointment -> appointment.at().isAfter(scene.now()))
        .forEach(agenda::add);
    if (!isOver(scene, interview, at)) {
      agenda.add(new Appointment(ask.id() + "/" + AFTER, at.plus(interview.slots().length())));
    }
    return List.copyOf(agenda);
  }

  /** Whether this appointment is the question afterwards. */
  static boolean isAfterwards(String due) {
    return due.endsWith("/" + AFTER);
  }

  /** The free times that are shown, as many as a list has rows. */
  private static List<ZonedDateTime> offered(Scene scene, Ask ask, Slots slots) {
    return free(scene, ask, slots).stream().limit(Limits.ROWS).toList();
  }

  /**
   * The free times, soonest first: by the team's clock, shown by the candidate's. Where none is
   * free for so many days, those of the first day after.
   */
  static List<ZonedDateTime> free(Scene scene, Ask ask, Slots slots) {
    Instant earliest = scene.now().plus(slots.notice());
    Map<Instant, Integer> taken = scene.lookups().taken(scene.turn(), ask.id(), earliest);
    // Where the candidate is has to be looked up: once, not for each time.
    ZoneId here = scene.zone();
    Hours hours = scene.definition().hours();
    // One time is one moment for all candidates, wherever they are.
    ZoneId clock = hours == null ? here : hours.zone();
    var all = new ArrayList<ZonedDateTime>();
    LocalDate first = earliest.atZone(clock).toLocalDate();
    for (int i = 0; i <= slots.days() || (all.isEmpty() && i <= FARTHEST); i++) {
      for (ZonedDateTime at : on(first.plusDays(i), slots, clock)) {
        boolean free = taken.getOrDefault(at.toInstant(), 0) < slots.capacity();
        if (free && !at.toInstant().isBefore(earliest)) {
          all.add(at.withZoneSameInstant(here));
        }
      }
    }
    return List.copyOf(all);
  }

  private static List<ZonedDateTime> on(LocalDate day, Slots slots, ZoneId clock) {
    return slots.weekdays().contains(day.getDayOfWeek())
        ? slots.times().stream().map(time -> day.atTime(time).atZone(clock)).toList()
        : List.of();
  }
}
