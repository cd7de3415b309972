package io.talaria.worker.bot;

import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import io.talaria.journal.definition.Answer;
import io.talaria.journal.definition.Answer.OneOf;
import io.talaria.journal.definition.Answer.Option;
import io.talaria.journal.definition.Answer.WholeNumber;
import io.talaria.journal.definition.Folded;
import io.talaria.journal.definition.Step.Ask;
import io.talaria.journey.MessageReceived;
import io.talaria.port.Outbound.Choice;
import io.talaria.port.Turn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the answer to a question from what the candidate wrote in one go. */
final class AnswerReading {
  /** Good enough to write to; whether it exists only a message tells. */
  private static final Pattern EMAIL =
      Pattern.compile("[\\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\\w-]{1,63}([.][\\w-]{1,63}){1,8}");

  private static final Pattern NUMBER = Pattern.compile("(?<![\\d.,-])\\d{1,9}(?![\\d.,]*\\d)");

  private AnswerReading() {}

  /**
   * The answer as it is kept: a choice's id, a number, a day, the text ...; empty when there is
   * none.
   */
  static Optional<String> of(Scene scene, Ask ask, List<MessageReceived> messages) {
    return switch (ask.answer()) {
      case OneOf oneOf -> choice(ask, oneOf, messages);
      case WholeNumber number -> newest(messages, text -> number(number, text));
      case Answer.FreeText ignored -> text(messages);
      case Answer.Day day -> newest(messages, text -> day(scene, day, text));
      case Answer.Email ignored -> newest(messages, AnswerReading::email);
      case Answer.Phone ignored -> newest(messages, text -> phone(scene, text));
      case Answer.Document ignored -> document(messages);
      case Answer.Listings ignored -> offered(scene, ask, messages);
      case Answer.Interview ignored -> Optional.empty();
      case Answer.Photos ignored -> Optional.empty();
      case Answer.Form ignored -> Optional.empty();
      case Answer.Time ignored -> Optional.empty();
      case Answer.Person ignored -> Optional.empty();
    };
  }

  private static Optional<String> day(Scene scene, Answer.Day day, String text) {
    LocalDate today = scene.here(scene.now()).toLocalDate();
    return Days.in(text, today)
        .filter(
            read ->
                switch (day.tense()) {
                  case ANY -> true;
                  case PAST -> !read.isAfter(today);
                  case FUTURE -> !read.isBefore(today);
                })
        .map(LocalDate::toString);
  }

  private static Optional<String> email(String text) {
    Matcher matcher = EMAIL.matcher(text);
    return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
  }

  private static Optional<String> phone(Scene scene, String text) {
    Turn.Moment moment = scene.turn().moment();
    var phones = PhoneNumberUtil.getInstance();
    for (PhoneNumberMatch match :
        phones.findNumbers(text, moment == null ? null : moment.country())) {
      return Optional.of(phones.format(match.number(), PhoneNumberUtil.PhoneNumberFormat.E164));
    }
    return Optional.empty();
  }

  private static Optional<String> document(List<MessageReceived> messages) {
    return messages.stream()
        .map(MessageReceived::attachment)
        .filter(Objects::nonNull)
        .reduce((one, later) -> later)
        .map(attachment -> attachment.mediaId().toString());
  }

  /**
   * What was chosen of a list that is made for each candidate: tapped, however late, or by its
   * title or its number in the list that they were shown last.
   */
  static Optional<String> offered(Scene scene, Ask ask, List<MessageReceived> messages) {
    String prefix = ChoiceIds.of(ask.id(), "");
    for (MessageReceived message : messages.reversed()) {
      String id = message.choiceId();
      Optional<String> found =
          id == null
              ? written(scene, ask, message.text())
              : Optional.of(id).filter(tapped -> tapped.startsWith(prefix));
      if (found.isPresent()) {
        return found.map(choice -> choice.substring(prefix.length()));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> written(Scene scene, Ask ask, String text) {
    if (Folded.of(text).isEmpty()) {
      return Optional.empty();
    }
    List<Choice> shown = scene.lookups().shown(scene.turn(), ask.id());
    List<String> titled =
        shown.stream()
            .filter(choice -> Folded.of(choice.title()).equals(Folded.of(text)))
            .map(Choice::id)
            .toList();
    return titled.size() == 1
        ? Optional.of(titled.getFirst())
        : Positions.of(text, shown.size()).map(n -> shown.get(n - 1).id());
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

  /**
   * By title in any language, by a word that means it, by an only title within, or by its place. A
   * title goes before a place: one star may stand in the last row.
   */
  private static Optional<String> typed(OneOf oneOf, String text) {
    String folded = Folded.of(text);
    List<Option> options = oneOf.options();
    for (Option option : options) {
      if (names(option).contains(folded)) {
        return Optional.of(option.id());
      }
    }
    String padded = " " + folded + " ";
    List<String> within =
        options.stream()
            .filter(o -> names(o).stream().anyMatch(name -> padded.contains(" " + name + " ")))
            .map(Option::id)
            .toList();
    return within.isEmpty()
        ? Positions.of(text, options.size()).map(n -> options.get(n - 1).id())
        : Optional.of(within.getFirst()).filter(only -> within.size() == 1);
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
