package io.talaria.worker.bot.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.talaria.definition.Plan;
import io.talaria.journal.definition.Answer;
import io.talaria.journal.definition.Definition;
import io.talaria.journal.definition.Limits;
import io.talaria.journal.definition.Published;
import io.talaria.journal.definition.Step;
import io.talaria.journal.reading.TranscriptTail;
import io.talaria.journey.MessageReceived;
import io.talaria.port.Turn;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A turn as the contract's version 1 tells it; names in JSON are in snake case. No phone number and
 * no name of the candidate is in it, beside what they wrote themselves.
 *
 * @param id the same whenever this turn is asked again, another one when more was written
 * @param transcript what was said before, oldest first
 * @param stages where the journey may stand after this turn, with what may be answered there
 */
record BotRequest(
    int contract,
    String id,
    String reason,
    UUID account,
    UUID candidate,
    UUID journey,
    String definition,
    String version,
    String language,
    List<String> languages,
    String stage,
    @Nullable String step,
    boolean disclosed,
    Map<String, String> answers,
    List<Message> messages,
    List<TranscriptTail.Line> transcript,
    List<Stage> stages,
    Bounds limits) {

  /** What the candidate wrote and nobody has answered, oldest first. */
  record Message(UUID id, Instant sentAt, String kind, String text, @Nullable String choiceId) {}

  /** A stage that may follow. */
  record Stage(String id, List<Question> questions) {}

  /**
   * What may be answered, and as what.
   *
   * @param answer {@code text}, {@code number}, {@code choice}, {@code date}, {@code email}, {@code
   *     phone}, {@code document}, {@code photos} or {@code form}
   * @param choices ids; empty unless it is a choice
   * @param min of a number; null for anything else
   * @param max of a number; null for anything else
   */
  record Question(
      String id,
      String label,
      String answer,
      List<String> choices,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer min,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer max) {}

  /** What WhatsApp and we accept, in UTF-16 units, and how many. */
  record Bounds(
      int messages,
      int text,
      int textOverButtons,
      int buttons,
      int buttonTitle,
      int rows,
      int rowTitle,
      int bytes) {}

  private static final Bounds BOUNDS =
      new Bounds(
          AnswerCheck.MOST_MESSAGES,
          Limits.BODY,
          Limits.BUTTONS_BODY,
          Limits.BUTTONS,
          Limits.BUTTON_TITLE,
          Limits.ROWS,
          Limits.ROW_TITLE,
          BotClient.LARGEST);

  static BotRequest of(Turn turn, Published published, List<TranscriptTail.Line> before) {
    Definition definition = published.definition();
    return new BotRequest(
        1,
        id(turn),
        turn.reason().name().toLowerCase(Locale.ROOT),
        turn.accountId(),
        turn.candidateId(),
        turn.journeyId(),
        turn.definition(),
        published.version(),
        turn.language(),
        definition.plan().languages(),
        turn.stage(),
        turn.step(),
        turn.disclosed(),
        turn.answers(),
        turn.messages().stream().map(BotRequest::message).toList(),
        before,
        definition.plan().stages().stream()
            .dropWhile(stage -> !stage.id().equals(turn.stage()))
            .map(stage -> stage(stage, definition, turn.language()))
            .toList(),
        BOUNDS);
  }

  /** A turn that more was written to is asked under the same key, with more to answer. */
  private static String id(Turn turn) {
    return turn.messages().isEmpty()
        ? turn.key()
        : turn.key() + "@" + turn.messages().getLast().seq();
  }

  private static Message message(MessageReceived message) {
    return new Message(
        message.id(),
        message.sentAt(),
        message.kind().name().toLowerCase(Locale.ROOT),
        message.text(),
        message.choiceId());
  }

  private static Stage stage(Plan.Stage stage, Definition definition, String language) {
    return new Stage(
        stage.id(),
        stage.questions().stream()
            .flatMap(id -> definition.question(id).stream())
            .map(ask -> question(ask, language))
            .toList());
  }

  private static Question question(Step.Ask ask, String language) {
    String label = ask.label().in(language);
    return switch (ask.answer()) {
      case Answer.OneOf oneOf -> {
        List<String> ids = oneOf.options().stream().map(Answer.Option::id).toList();
        yield new Question(ask.id(), label, "choice", ids, null, null);
      }
      case Answer.WholeNumber(int min, int max) ->
          new Question(ask.id(), label, "number", List.of(), min, max);
      case Answer other -> new Question(ask.id(), label, kind(other), List.of(), null, null);
    };
  }

  /** As the contract names them; what it has no name for is answered by text. */
  private static String kind(Answer answer) {
    return switch (answer) {
      case Answer.Day ignored -> "date";
      case Answer.Email ignored -> "email";
      case Answer.Phone ignored -> "phone";
      case Answer.Document ignored -> "document";
      case Answer.Photos ignored -> "photos";
      case Answer.Form ignored -> "form";
      default -> "text";
    };
  }
}
