package io.talaria.worker.bot;

import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import io.talaria.journal.definition.Answer;
import io.talaria.journal.definition.Answer.OneOf;
import io.talaria.journal.definition.Answer.WholeNumber;
import io.talaria.journal.definition.Folded;
import io.talaria.journal.definition.Step.Ask;
import io.talaria.journey.MessageReceived;
import io.talaria.port.Outbound.Choice;
import io.talaria.port.Turn;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the answer to a question from what the candidate wrote in one go. */
final class AnswerReading {
  private static final String PART = "[\\w!#$%&'*+/=?^`{|}~-]";

  /**
   * Good enough to write to; whether it exists only a message tells. One before which a letter
   * stands is a part of what they wrote: "joão@gmail.com".
   */
  private static final Pattern EMAIL =
      Pattern.compile(
          "(?<![\\p{L}\\p{M}\\p{N}._%+@-])"
              + PART
              + "{1,64}+(?:[.]"
              + PART
              + "{1,64}+){0,20}@[\\w-]{1,63}(?:[.][\\w-]{1,63}){1,8}(?![\\p{L}\\p{M}\\p{N}@])");

  private AnswerReading() {}

  /**
   * The answer as it is kept: a choice's id, a number, a day, the text ...; empty when there is
   * none.
   */
  static Optional<Understood> of(Scene scene, Ask ask, List<MessageReceived> messages) {
    return switch (ask.answer()) {
      case OneOf oneOf -> ChoiceReading.of(ask, oneOf, scene.language(), messages);
      case WholeNumber bounds -> NumberReading.of(ask, bounds, scene.language(), messages);
      case Answer.FreeText ignored -> sure(text(messages));
      case Answer.Day day -> sure(newest(messages, text -> day(scene, day, text)));
      case Answer.Email ignored -> sure(newest(messages, AnswerReading::email));
      case Answer.Phone ignored -> sure(newest(messages, text -> phone(scene, text)));
      case Answer.Document ignored -> sure(document(messages));
      case Answer.Listings ignored -> sure(offered(scene, ask, messages));
      case Answer.Interview ignored -> Optional.empty();
      case Answer.Photos ignored -> Optional.empty();
      case Answer.Form ignored -> Optional.empty();
      case Answer.Time ignored -> Optional.empty();
      case Answer.Person ignored -> Optional.empty();
    };
  }

  private static Optional<Understood> sure(Optional<String> answer) {
    return answer.map(Understood::surely);
  }

  private static Optional<String> day(Scene scene, Answer.Day day, String text) {
    List<LocalDate> read = days(scene, day, text);
    return read.size() == 1 ? Optional.of(read.getFirst().toString()) : Optional.empty();
  }

  /** The days that a text may mean; two where day and month may be either way round. */
  static List<LocalDate> days(Scene scene, Answer.Day day, String text) {
    LocalDate today = scene.here(scene.now()).toLocalDate();
    return Days.in(text, scene.language(), today).stream()
        .filter(
            read ->
                switch (day.tense()) {
                  case ANY -> true;
                  case PAST -> !read.isAfter(today);
                  case FUTURE -> !read.isBefore(today);
                })
        .toList();
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

  /** What was typed; a tap, where nothing was. */
  private static Optional<String> text(List<MessageReceived> messages) {
    boolean typed = messages.stream().anyMatch(m -> m.choiceId() == null && !m.text().isBlank());
    String joined =
        messages.stream()
            .filter(message -> !typed || message.choiceId() == null)
            .map(message -> message.text().strip())
            .filter(line -> !line.isEmpty())
            .collect(Collectors.joining("\n"));
    return joined.isEmpty() ? Optional.empty() : Optional.of(joined);
  }

  private static <T> Optional<T> newest(
      List<MessageReceived> messages, Function<String, Optional<T>> read) {
    return messages.reversed().stream()
        .map(message -> read.apply(message.text()))
        .flatMap(Optional::stream)
        .findFirst();
  }
}
