package io.talaria.worker.bot;

import io.talaria.journal.definition.Answer;
import io.talaria.journal.definition.Step.Ask;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** When a wait is over. */
final class Waits {
  private Waits() {}

  /**
   * The end of the wait that begins now, or has begun; now when its day isn't known: nobody asked
   * for it, the candidate doesn't know it yet, or a bot from outside kept something else.
   */
  static Instant ends(Scene scene, Ask ask, Answer.Time time) {
    return scene.agenda().stream()
        .filter(appointment -> appointment.id().equals(ask.id()))
        .findFirst()
        .map(io.talaria.port.Appointment::at)
        .orElseGet(() -> told(scene, ending(scene, time)));
  }

  /** A wait that ended in the quiet hours would be told of at their end, so it lasts until then. */
  private static Instant told(Scene scene, Instant end) {
    return end.isAfter(scene.now()) ? scene.speaksFrom(end) : end;
  }

  private static Instant ending(Scene scene, Answer.Time time) {
    if (time.pause() != null) {
      return scene.now().plus(time.pause());
    }
    String question = time.day();
    return question == null
        ? scene.now()
        : scene
            .answer(question)
            .flatMap(Waits::day)
            .map(day -> day.atTime(time.time()).atZone(scene.zone()).toInstant())
            .orElse(scene.now());
  }

  private static Optional<LocalDate> day(String answer) {
    try {
      return Optional.of(LocalDate.parse(answer));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
