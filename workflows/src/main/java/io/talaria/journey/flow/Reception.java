package io.talaria.journey.flow;

import io.talaria.journey.Answered;
import io.talaria.journey.RecruiterRequest;
import io.talaria.journey.Refusal;
import io.talaria.journey.rule.Requests;
import io.talaria.journey.rule.Requests.Refused;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Workflow;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where recruiters' requests come in: each is refused at once, or waits for the main loop's answer.
 */
final class Reception {
  private static final Refused NOT_BEGUN =
      new Refused(Refusal.NOT_BEGUN, "This journey is being opened");

  private final Book book;
  private final Mailbox mailbox;

  Reception(Book book, Mailbox mailbox) {
    this.book = book;
    this.mailbox = mailbox;
  }

  /** Notes the request and waits until the main loop has answered or refused it. */
  <T> T answer(RecruiterRequest request, Function<Answered, @Nullable T> part) {
    UUID id = request.requestId();
    if (!book.answered(id)) {
      mailbox.note(request);
      Workflow.await(() -> book.answered(id) || mailbox.refusal(id) != null || !book.begun());
    }
    Optional<Answered> answered = Requests.answered(book.state(), id);
    Refused refused = mailbox.refusal(id);
    if (answered.isEmpty() && refused != null) {
      throw failure(refused);
    }
    if (!book.begun()) {
      throw failure(NOT_BEGUN);
    }
    T receipt = answered.map(part).orElse(null);
    if (receipt == null) {
      // Any other exception would fail the workflow task, again and again.
      throw failure(new Refused(Refusal.INVALID, "Another request had this id"));
    }
    return receipt;
  }

  /**
   * Refuses what can't be done; what was answered before is accepted and answered the same. A run
   * that has not begun can't know, and may end without beginning: whoever asks comes again.
   */
  void check(RecruiterRequest request) {
    if (!book.begun()) {
      throw failure(NOT_BEGUN);
    }
    if (book.answered(request.requestId())) {
      return;
    }
    Requests.check(book.state(), request, book.now())
        .ifPresent(
            refused -> {
              throw failure(refused);
            });
  }

  private ApplicationFailure failure(Refused refused) {
    Object[] knows =
        book.begun() ? new Object[] {Requests.recollection(book.state())} : new Object[0];
    return ApplicationFailure.newNonRetryableFailure(
        refused.sentence(), refused.type().name(), knows);
  }
}
