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
      case Answer.Listings ignored -> offered(ask, messages);
      case Answer.Interview interview -> slot(scene, ask, interview, messages);
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

  private static Optional<String> offered(Ask ask, List<MessageReceived> messages) {
    return messages.reversed().stream()
        .map(MessageReceived::choiceId)
        .filter(Objects::nonNull)
        .filter(id -> id.startsWith(ChoiceIds.of(ask.id(), "")))
        .map(id -> id.substring(ChoiceIds.of(ask.id(), "").length()))
        .findFirst();
  }

  /** A time that was offered and isn't gone; a typed one is too easily another than was meant. */
  private static Optional<String> slot(
      Scene scene, Ask ask, Answer.Interview interview, List<MessageReceived> messages) {
    List<String> free =
        Interviews.offered(scene, interview.slots()).stream()
            .map(at -> at.toInstant().toString())
            .toList();
    return offered(ask, messages).filter(free::contains);
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
