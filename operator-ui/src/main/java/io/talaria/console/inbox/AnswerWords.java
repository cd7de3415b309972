package io.talaria.console.inbox;

import io.talaria.console.words.Moments;
import io.talaria.journal.reading.Card.Meeting;
import io.talaria.journal.reading.Card.OfferedListing;

/** What a person reads of an answer. */
final class AnswerWords {
  private AnswerWords() {}

  /** A chosen listing by its title, the time of an interview by the reader's clock. */
  static String of(Opened opened, String question, String answer, Moments moments) {
    for (Meeting meeting : opened.card().meetings()) {
      if (meeting.step().equals(question) && meeting.at().toString().equals(answer)) {
        return moments.near(meeting.at());
      }
    }
    return opened.card().offers().stream()
        .filter(offered -> offered.step().equals(question))
        .flatMap(offered -> offered.listings().stream())
        .filter(listing -> listing.id().toString().equals(answer))
        .map(OfferedListing::title)
        .findFirst()
        .orElseGet(() -> opened.texts().answer(question, answer, moments.words().locale()));
  }
}
