package io.talaria.worker.bot;

import io.talaria.journal.definition.Answer;
import io.talaria.journal.definition.Definition;
import io.talaria.journal.definition.Localized;

/** What goes before a question that is asked again. */
final class Hints {
  private Hints() {}

  static Localized of(Definition.Texts texts, Answer answer) {
    return switch (answer) {
      case Answer.OneOf ignored -> texts.chooseHint();
      case Answer.Listings ignored -> texts.chooseHint();
      case Answer.Interview ignored -> texts.chooseHint();
      case Answer.WholeNumber ignored -> texts.numberHint();
      case Answer.Day day ->
          switch (day.tense()) {
            case ANY -> more(texts, "date_hint");
            case PAST -> texts.more("past_hint").orElseGet(() -> more(texts, "date_hint"));
            case FUTURE -> texts.more("future_hint").orElseGet(() -> more(texts, "date_hint"));
          };
      case Answer.Email ignored -> more(texts, "email_hint");
      case Answer.Phone ignored -> more(texts, "phone_hint");
      case Answer.Document ignored -> more(texts, "document_hint");
      case Answer.Photos ignored -> more(texts, "photo_hint");
      case Answer.Form ignored -> more(texts, "form_hint");
      case Answer.FreeText ignored -> texts.notUnderstood();
      case Answer.Time ignored -> texts.notUnderstood();
      case Answer.Person ignored -> texts.notUnderstood();
    };
  }

  private static Localized more(Definition.Texts texts, String key) {
    return texts.more(key).orElse(texts.notUnderstood());
  }
}
