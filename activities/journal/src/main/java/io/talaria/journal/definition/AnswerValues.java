package io.talaria.journal.definition;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether a bot reports answers as the script keeps them. Conditions compare letter for letter: a
 * title in the place of a choice's id would lead nobody anywhere, and nobody would be told.
 */
public final class AnswerValues {
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}");
  private static final Pattern EMAIL = Pattern.compile("[^\\s@]{1,64}@[^\\s@]+[.][^\\s@.]+");

  private AnswerValues() {}

  /**
   * What is wrong with a value: its question and what was expected, never a word of the value.
   * Empty where the question takes it.
   */
  public static Optional<String> fault(Step.Ask ask, String value) {
    boolean unsure = ask.manners().unsure() != null && value.equals(Step.Unsure.ANSWER);
    return unsure || fits(ask.answer(), value)
        ? Optional.empty()
        : Optional.of("answer %s: %s was expected".formatted(ask.id(), expected(ask.answer())));
  }

  private static boolean fits(Answer answer, String value) {
    return switch (answer) {
      case Answer.OneOf oneOf -> ids(oneOf).contains(value);
      case Answer.WholeNumber(int min, int max) ->
          NUMBER.matcher(value).matches()
              && Integer.parseInt(value) >= min
              && Integer.parseInt(value) <= max;
      case Answer.Day ignored -> isDay(value);
      case Answer.Email ignored -> EMAIL.matcher(value).matches();
      case Answer.Phone ignored -> isPhone(value);
      default -> !value.isBlank();
    };
  }

  private static String expected(Answer answer) {
    return switch (answer) {
      case Answer.OneOf oneOf -> "one of " + String.join(", ", ids(oneOf));
      case Answer.WholeNumber(int min, int max) ->
          "a whole number from %d to %d".formatted(min, max);
      case Answer.Day ignored -> "a day such as 2026-03-04";
      case Answer.Email ignored -> "an e-mail address";
      case Answer.Phone ignored -> "a phone number with its country, such as +5511912345678";
      default -> "some text";
    };
  }

  private static List<String> ids(Answer.OneOf oneOf) {
    return oneOf.options().stream().map(Answer.Option::id).toList();
  }

  private static boolean isDay(String value) {
    try {
      return LocalDate.parse(value).toString().equals(value);
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  /** With its country, since nobody knows here from where the candidate writes. */
  private static boolean isPhone(String value) {
    if (!value.startsWith("+")) {
      return false;
    }
    try {
      PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
      return phones.isPossibleNumber(phones.parse(value, null));
    } catch (NumberParseException e) {
      return false;
    }
  }
}
