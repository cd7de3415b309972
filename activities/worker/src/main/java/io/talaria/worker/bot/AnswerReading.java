package io.talaria.worker.bot;

import io.talaria.journal.definition.Folded;
import io.talaria.journal.definition.Step.Ask;
import io.talaria.journal.definition.Step.FreeText;
import io.talaria.journal.definition.Step.OneOf;
import io.talaria.journal.definition.Step.Option;
import io.talaria.journal.definition.Step.WholeNumber;
import io.talaria.journey.MessageReceived;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the answer to a question from what the candidate wrote in one go. */
final class AnswerReading {
  private static final Pattern NUMBER = Pattern.compile("(?<![\\d.,-])\\d{1,9}(?![\\d.,]*\\d)");

  private AnswerReading() {}

  /** The answer as it is kept: a choice's id, a number, or the text; empty when there is none. */
  static Optional<String> of(Ask ask, List<MessageReceived> messages) {
    return switch (ask.answer()) {
      case OneOf oneOf -> choice(ask, oneOf, messages);
      case WholeNumber number -> newest(messages, text -> number(number, text));
      case FreeText ignored -> text(messages);
    };
  }

  /** The answer to an earlier question whose choice was tapped just now. */
  static Optional<String> tapped(Ask ask, MessageReceived message) {
    String choiceId = message.choiceId();
    return ask.answer() instanceof OneOf oneOf && choiceId != null
        ? oneOf.options().stream()
            .map(Option::id)
            .filter(id -> ChoiceIds.of(ask.id(), id).equals(choiceId))
            .findFirst()
        : Optional.empty();
  }

  private static Optional<String> choice(Ask ask, OneOf oneOf, List<MessageReceived> messages) {
    for (MessageReceived message : messages.reversed()) {
      Optional<String> found = tapped(ask, message);
      if (found.isEmpty() && message.choiceId() == null) {
        found = typed(oneOf, message.text());
      }
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** By number, by title in any language, by a word that means it, or by an only title within. */
  private static Optional<String> typed(OneOf oneOf, String text) {
    String folded = Folded.of(text);
    List<Option> options = oneOf.options();
    for (int i = 0; i < options.size(); i++) {
      if (folded.equals(String.valueOf(i + 1)) || names(options.get(i)).contains(folded)) {
        return Optional.of(options.get(i).id());
      }
    }
    String padded = " " + folded + " ";
    List<String> within =
        options.stream()
            .filter(o -> names(o).stream().anyMatch(name -> padded.contains(" " + name + " ")))
            .map(Option::id)
            .toList();
    return within.size() == 1 ? Optional.of(within.getFirst()) : Optional.empty();
  }

  private static List<String> names(Option option) {
    var names =
        option.title().byLanguage().values().stream()
            .map(Folded::of)
            .collect(Collectors.toCollection(ArrayList::new));
    names.addAll(option.also());
    names.add(Folded.of(option.id()));
    return names;
  }

  private static Optional<String> number(WholeNumber bounds, String text) {
    Matcher matcher = NUMBER.matcher(text);
    if (!matcher.find()) {
      return Optional.empty();
    }
    int value = Integer.parseInt(matcher.group());
    boolean only = !matcher.find();
    return only && value >= bounds.min() && value <= bounds.max()
        ? Optional.of(String.valueOf(value))
        : Optional.empty();
  }

  private static Optional<String> text(List<MessageReceived> messages) {
    String joined =
        messages.stream()
            .map(message -> message.text().strip())
            .filter(line -> !line.isEmpty())
            .collect(Collectors.joining("\n"));
    return joined.isEmpty() ? Optional.empty() : Optional.of(joined);
  }

  private static Optional<String> newest(
      List<MessageReceived> messages, Function<String, Optional<String>> read) {
    return messages.reversed().stream()
        .map(message -> read.apply(message.text()))
        .flatMap(Optional::stream)
        .findFirst();
  }
}
