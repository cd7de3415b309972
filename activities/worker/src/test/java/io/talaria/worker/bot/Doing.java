package io.talaria.worker.bot;

import io.talaria.journal.definition.Answer;
import io.talaria.journey.Attachment;
import io.talaria.journey.FormAnswers;
import io.talaria.journey.MessageReceived;
import io.talaria.journey.MessageReceived.Kind;
import io.talaria.port.Outbound.Choice;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What happens next: mostly a candidate's message, sometimes one that comes late, or a person who
 * takes over.
 *
 * @param silence before it
 * @param what kind of message, mostly an answer to the open question; or the person
 * @param which of several
 */
record Doing(Duration silence, int what, int which) {
  private static final List<String> WORDS =
      AnyWords.and(
          "quero falar com uma pessoa",
          "parar",
          "quero revisão humana",
          "uma resposta bem mais longa do que as outras, com vírgulas, e",
          "I would like to work from home, if that is possible",
          "could you please write to me in English",
          "me gustaría trabajar desde casa con vosotros");

  /** It happens in this journey, under this number. */
  void happens(PaperJourney journey, long seq) {
    if (what == 13) {
      journey.takenOver();
    } else {
      journey.hears(message(journey, seq));
    }
  }

  private MessageReceived message(PaperJourney journey, long seq) {
    List<Choice> offered = journey.offered();
    return switch (what) {
      case 5 -> offered.isEmpty() ? text(journey, seq, "1") : tap(journey, seq);
      case 6 -> file(journey, seq, Kind.PHOTO);
      case 7 -> file(journey, seq, Kind.DOCUMENT);
      case 8 -> received(journey, seq, Kind.UNSUPPORTED, "", null, null, null);
      case 9 -> form(journey, seq, "details", List.of());
      case 14 -> {
        Instant sent = journey.book().now.minus(Duration.ofHours(which % 23));
        String text = WORDS.get(which / 23 % WORDS.size());
        yield new MessageReceived(
            new UUID(5, seq), seq, sent, Kind.TEXT, text, null, "1", null, null);
      }
      case 10, 11, 12 -> text(journey, seq, WORDS.get(which % WORDS.size()));
      default -> answer(journey, seq);
    };
  }

  /** What the open question asks for. */
  private MessageReceived answer(PaperJourney journey, long seq) {
    return switch (journey.asked().orElse(new Answer.Email())) {
      case Answer.WholeNumber(int min, int max) ->
          text(journey, seq, "" + (min + which % Math.min(max - min + 1, 100)));
      case Answer.Day(Answer.Tense tense) -> {
        int days = tense == Answer.Tense.PAST ? -9_000 : 20;
        yield text(
            journey,
            seq,
            "" + journey.book().now.atZone(PaperBook.CANDIDATES).toLocalDate().plusDays(days));
      }
      case Answer.FreeText ignored ->
          text(journey, seq, "uma resposta bem mais longa do que as outras");
      case Answer.Phone() -> text(journey, seq, "+55 11 91234-5678");
      case Answer.Document() -> file(journey, seq, Kind.DOCUMENT);
      case Answer.Photos ignored -> file(journey, seq, Kind.PHOTO);
      case Answer.Form form ->
          form(journey, seq, journey.book().state.talk().step(), form.fields());
      case Answer.OneOf ignored when !journey.offered().isEmpty() -> tap(journey, seq);
      case Answer.Listings ignored when !journey.offered().isEmpty() -> tap(journey, seq);
      case Answer.Interview ignored when !journey.offered().isEmpty() -> tap(journey, seq);
      default -> text(journey, seq, "ana@example.org");
    };
  }

  private MessageReceived tap(PaperJourney journey, long seq) {
    Choice choice = journey.offered().get(which % journey.offered().size());
    return received(journey, seq, Kind.CHOICE, choice.title(), choice.id(), null, null);
  }

  private static MessageReceived file(PaperJourney journey, long seq, Kind kind) {
    var file = new Attachment(new UUID(6, seq), "image/jpeg", null);
    return received(journey, seq, kind, "", null, file, null);
  }

  private MessageReceived form(
      PaperJourney journey, long seq, String id, List<Answer.Field> fields) {
    var filled = new HashMap<>(Map.of("shift", "night"));
    fields.forEach(field -> filled.put(field.id(), "received"));
    var form = new FormAnswers(id, Map.copyOf(filled), which % 7 == 6 ? true : null);
    return received(journey, seq, Kind.FORM, "", null, null, form);
  }

  static MessageReceived text(PaperJourney journey, long seq, String text) {
    return received(journey, seq, Kind.TEXT, text, null, null, null);
  }

  private static MessageReceived received(
      PaperJourney journey,
      long seq,
      Kind kind,
      String text,
      String choice,
      Attachment attachment,
      FormAnswers form) {
    return new MessageReceived(
        new UUID(5, seq), seq, journey.book().now, kind, text, choice, "1", attachment, form);
  }
}
