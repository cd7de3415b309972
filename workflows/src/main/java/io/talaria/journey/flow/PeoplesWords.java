package io.talaria.journey.flow;

import io.talaria.journey.JourneyState;
import io.talaria.journey.Outgoing.Held;
import io.talaria.journey.Outgoing.Saying;
import io.talaria.journey.Outgoing.Words;
import io.talaria.journey.rule.Moves;
import io.talaria.journey.rule.Sayings;
import io.talaria.port.Delivered;
import io.talaria.port.Delivered.Outcome;
import io.talaria.port.Delivery;
import io.talaria.port.Delivery.Author;
import io.talaria.port.Desk;
import io.talaria.port.JourneyWrite;
import io.talaria.port.TurnKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people say to the candidate: at once, or in their order on the governed queue. */
final class PeoplesWords {
  private final Book book;
  private final Team team;
  private final Sends sends;
  private final Speech speech;

  PeoplesWords(Book book, Team team, Sends sends, Speech speech) {
    this.book = book;
    this.team = team;
    this.sends = sends;
    this.speech = speech;
  }

  /** The intent's key of these words. */
  static String key(Words words) {
    return TurnKey.bubble(TurnKey.ofRequest(words.requestId()), 0);
  }

  /** Tries once; what is DEFERRED waits in the journey's state and is said when its turn comes. */
  Delivered say(Words words) {
    boolean again = words.insteadOf() != null;
    JourneyState after = Moves.personWrote(book.state(), key(words), book.now());
    JourneyWrite write = again ? null : book.write(after.revised(), List.of());
    Delivered delivered = sends.now(delivery(words, write));
    if (delivered.written()) {
      book.recorded(after.revised());
    } else if (delivered.outcome() == Outcome.DEFERRED) {
      book.hold(Sayings.queued(book.state(), words));
    } else {
      said(words, delivered);
    }
    return delivered;
  }

  /** Puts the oldest words that wait on the governed queue. */
  void sayNext() {
    Words words = book.state().outgoing().words().getFirst();
    sends.queue(delivery(words, null), Ports.Urgency.PERSON);
  }

  /** Goes on from what became of words that waited. */
  void collected(Sends.Answer answer) {
    Words words = book.state().outgoing().words().getFirst();
    Delivered delivered = answer.delivered();
    if (delivered.outcome() == Outcome.BRAKED) {
      // Handed back meanwhile: they go under the epoch that holds now.
      if (book.state().hold().epoch() == answer.delivery().epoch()) {
        speech.brake();
      }
      return;
    }
    book.hold(Sayings.unqueued(book.state(), words));
    said(words, delivered);
    if (delivered.outcome() == Outcome.REJECTED) {
      team.callPerson("send_rejected", key(words), Desk.Kind.SEND_PROBLEM);
    } else {
      book.record(book.state(), List.of());
    }
  }

  private void said(Words words, Delivered delivered) {
    boolean left = delivered.outcome() == Outcome.SENT || delivered.outcome() == Outcome.UNCERTAIN;
    if (holdsReply(words)) {
      saidAgain(words, delivered);
    } else if (left) {
      book.hold(Moves.personWrote(book.state(), key(words), book.now()));
    }
  }

  /** The uncertain bubble of a reply was sent again by a person: its rest follows this one. */
  private void saidAgain(Words words, Delivered delivered) {
    JourneyState paced = Sayings.paced(book.state(), book.now());
    switch (delivered.outcome()) {
      case SENT -> book.hold(Sayings.released(paced));
      case UNCERTAIN -> book.hold(Sayings.heldBy(paced, key(words)));
      case REJECTED -> book.hold(Sayings.cut(book.state()));
      case DEFERRED, BRAKED, ADOPT -> {}
    }
  }

  private boolean holdsReply(Words words) {
    Saying saying = book.state().outgoing().saying();
    Held held = saying == null ? null : saying.held();
    return held != null && held.key().equals(words.insteadOf());
  }

  private Delivery delivery(Words words, @Nullable JourneyWrite after) {
    return book.delivery(
        key(words), 0, Author.RECRUITER, words.operatorId(), words.content(), null, false, after);
  }
}
