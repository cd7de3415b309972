package io.talaria.worker.bot;

import io.talaria.journal.definition.Hours;
import io.talaria.journey.Outgoing.Saying;
import io.talaria.journey.rule.ServiceWindow;
import io.talaria.port.Outbound;
import java.time.Duration;
import java.time.Instant;
import java.time.MonthDay;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * A candidate's phone. What WhatsApp would refuse, and what nobody should have been sent, is a
 * fault.
 */
final class PaperPhone {
  /** What is said in quiet hours answers what was written so lately, typing pause included. */
  private static final Duration JUST_WRITTEN = Duration.ofMinutes(62);

  private final PaperBook book;
  private final Hours hours;
  private Instant written = Instant.EPOCH;

  /** When it was last spoken to. */
  Instant spoken = Instant.EPOCH;

  /** The newest choices. */
  List<Outbound.Choice> offered = List.of();

  PaperPhone(PaperBook book, Hours hours) {
    this.book = book;
    this.hours = hours;
  }

  void wrote(Instant at) {
    written = at;
  }

  void receives(Saying saying) {
    Outbound bubble = saying.proposal().messages().get(saying.next());
    boolean template = bubble instanceof Outbound.Template;
    book.note("< %s %s".formatted(saying.reason(), bubble.body().lines().findFirst().orElse("")));
    spoken = book.now;
    offered =
        switch (bubble) {
          case Outbound.Buttons buttons -> buttons.choices();
          case Outbound.Choices list -> list.choices();
          default -> offered;
        };
    if (!fits(bubble)) {
      book.faults.add("more than WhatsApp takes: " + bubble);
    }
    if (!template && windowClosed()) {
      book.faults.add("free text into a closed window: " + bubble.body());
    }
    if (book.state.over()) {
      book.faults.add("speaks after the end: " + bubble.body());
    }
    var by = saying.proposal().decision().override();
    boolean person = by != null && by.operatorId() != null;
    boolean answers =
        !saying.proposal().inputIds().isEmpty() && book.now.isBefore(written.plus(JUST_WRITTEN));
    if (saying.next() == 0 && quiet() && !answers && !person) {
      book.faults.add("%s in quiet hours: %s".formatted(saying.reason(), bubble.body()));
    }
  }

  /** WhatsApp's own: a journey takes it for closed a little earlier, before it begins a reply. */
  private boolean windowClosed() {
    Instant from = book.state.silence().windowFrom();
    return from == null || !book.now.isBefore(from.plus(ServiceWindow.LENGTH));
  }

  /**
   * See https://developers.facebook.com/docs/whatsapp/cloud-api/messages/interactive-list-messages.
   */
  private static boolean fits(Outbound bubble) {
    List<Outbound.Choice> choices = bubble.offered();
    boolean list = bubble instanceof Outbound.Choices;
    return !bubble.body().isBlank()
        && bubble.body().length() <= bubble.limit()
        && choices.size() <= (list ? 10 : 3)
        && choices.stream()
            .allMatch(
                choice ->
                    choice.title().length() <= (list ? 24 : 20)
                        && choice.id().length() <= (list ? 200 : 256))
        && choices.stream().map(Outbound.Choice::id).distinct().count() == choices.size();
  }

  /** By the definition's own hours, minute by minute: another way than the journey's calendar. */
  private boolean quiet() {
    if (hours == null) {
      return false;
    }
    ZonedDateTime there = book.now.atZone(PaperBook.CANDIDATES);
    int minute =
        (there.getDayOfWeek().getValue() - 1) * 24 * 60 + there.getHour() * 60 + there.getMinute();
    return hours.quiet().stream().anyMatch(s -> s.from() <= minute && minute < s.to())
        || hours.dates().contains(there.toLocalDate())
        || hours.yearly().contains(MonthDay.from(there));
  }
}
