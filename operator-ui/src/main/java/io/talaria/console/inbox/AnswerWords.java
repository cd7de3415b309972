package io.talaria.console.inbox;

import io.talaria.console.words.Moments;
import io.talaria.console.words.Words;
import io.talaria.journal.definition.Answer;
import io.talaria.journal.definition.Step;
import io.talaria.journal.reading.Card.Meeting;
import io.talaria.journal.reading.Card.OfferedListing;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What a person reads of an answer. */
final class AnswerWords {
  /** Kept for who didn't know, for a form that came, for who wants no listing, and no meeting. */
  private static final String UNSURE = Step.Unsure.ANSWER;

  private static final String RECEIVED = "received";
  private static final String NONE = "none";
  private static final String CANCELLED = "cancelled";

  private AnswerWords() {}

  /** The candidate's answers in the order of the questions; others behind them. */
  static List<Map.Entry<String, String>> inOrder(Opened opened) {
    List<String> questions = opened.texts().questions();
    return opened.card().answers().entrySet().stream()
        .sorted(
            Comparator.comparingInt(
                answer -> {
                  int at = questions.indexOf(answer.getKey());
                  return at < 0 ? questions.size() : at;
                }))
        .toList();
  }

  /**
   * A chosen listing by its title, the time of an interview by the team's clock as it stands under
   * the interviews, a day as the reader writes it; files by their number, since they stand in the
   * conversation.
   */
  static String of(Opened opened, String question, String answer, Moments moments) {
    for (Meeting meeting : opened.card().meetings()) {
      if (meeting.step().equals(question) && meeting.at().toString().equals(answer)) {
        return opened.texts().clocks(moments).team(meeting.at());
      }
    }
    return opened.card().offers().stream()
        .filter(offered -> offered.step().equals(question))
        .flatMap(offered -> offered.listings().stream())
        .filter(listing -> listing.id().toString().equals(answer))
        .map(OfferedListing::title)
        .findFirst()
        .orElseGet(() -> kept(opened, question, answer, moments.words()));
  }

  private static String kept(Opened opened, String question, String answer, Words words) {
    String read = opened.texts().answer(question, answer, words.locale());
    if (!read.equals(answer)) {
      return read;
    }
    return switch (opened.texts().asked(question).orElse(null)) {
      case null -> answer;
      case Answer.Photos ignored -> words.say("answer.pictures", "n", answer.split(" ").length);
      case Answer.Document ignored -> words.say("answer.file");
      case Answer.Form ignored when answer.equals(RECEIVED) -> words.say("answer.received");
      case Answer.Listings ignored when answer.equals(NONE) -> words.say("answer.none");
      case Answer.Interview ignored when answer.equals(CANCELLED) -> words.say("answer.cancelled");
      case Answer.Day ignored -> day(answer, words);
      default -> answer.equals(UNSURE) ? words.say("answer.unsure") : answer;
    };
  }

  private static String day(String answer, Words words) {
    try {
      return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
          .withLocale(words.written())
          .format(LocalDate.parse(answer));
    } catch (DateTimeParseException notADay) {
      return answer.equals(UNSURE) ? words.say("answer.unsure") : answer;
    }
  }
}
