package io.talaria.worker.bot;

import io.talaria.journal.definition.Answer;
import io.talaria.journal.definition.Limits;
import io.talaria.journal.definition.Localized;
import io.talaria.journal.definition.Step.Ask;
import io.talaria.port.Outbound.Choice;
import io.talaria.port.Proposal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Asks which of two days is meant: 04/05/2027 is the 4th of May to some and the 5th of April to
 * others.
 */
final class DayOrder {
  private final Scene scene;
  private final Ask open;
  private final Drafting drafting;

  DayOrder(Scene scene, Ask open, Drafting drafting) {
    this.scene = scene;
    this.open = open;
    this.drafting = drafting;
  }

  /** The question again with both days to tap; empty where they wrote no such date. */
  Optional<Proposal> propose(Localized hint, String rule) {
    String text = scene.say(open.text());
    List<LocalDate> days =
        open.answer() instanceof Answer.Day day
            ? AnswerReading.days(scene, day, scene.turn().messages().getLast().text())
            : List.of();
    if (days.size() < 2 || text.length() > Limits.BUTTONS_BODY) {
      return Optional.empty();
    }
    var named = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.forLanguageTag(scene.language()));
    List<Choice> choices =
        days.stream()
            .map(day -> new Choice(ChoiceIds.of(open.id(), day.toString()), named.format(day)))
            .toList();
    return Optional.of(
        new Reply(scene, drafting)
            .say(hint)
            .ask(open, new Prompt(text, choices, null), Map.of(), rule + ", two days"));
  }
}
