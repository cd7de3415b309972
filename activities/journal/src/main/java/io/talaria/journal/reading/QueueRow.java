package io.talaria.journal.reading;

import io.talaria.journey.Phase;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One journey in the queue.
 *
 * @param name null for people of whom WhatsApp tells none
 * @param lastKind what the newest message is when it has no words, such as {@code image}; else null
 * @param lastAuthor CANDIDATE, BOT or RECRUITER
 * @param unread words of the candidate that nobody answered and the reader has not seen
 * @param reviewSince since when a proposal of the bot waits for a recruiter; null when none does
 * @param reviewUntil until when somebody should have decided
 * @param phase how far another system's conversation is ours; null when it wholly is
 * @param notSent whether our newest message is known not to have arrived
 */
public record QueueRow(
    UUID journeyId,
    UUID candidateId,
    @Nullable String name,
    String status,
    String definition,
    int plan,
    String stage,
    boolean held,
    @Nullable UUID ownerId,
    @Nullable String ownerName,
    @Nullable String needsHuman,
    double risk,
    boolean highValue,
    boolean atRisk,
    @Nullable Instant silentSince,
    @Nullable Instant waitingSince,
    @Nullable Instant windowUntil,
    @Nullable String lastText,
    @Nullable String lastKind,
    @Nullable String lastAuthor,
    int uncertainSends,
    boolean notSent,
    int unread,
    @Nullable Instant reviewSince,
    @Nullable Instant reviewUntil,
    @Nullable Phase phase,
    Instant movedAt) {

  /** Where this row stands in the list; the next page begins behind it. */
  public Anchor anchor() {
    return new Anchor(waitingSince, reviewSince, movedAt, journeyId);
  }

  /**
   * A place in the list: those who wait come first, longest first; then the rest, newest first.
   * What waits for review stands by how long it does.
   *
   * @param waitingSince null in the second part
   * @param reviewSince null where nothing waits for review
   */
  public record Anchor(
      @Nullable Instant waitingSince,
      @Nullable Instant reviewSince,
      Instant movedAt,
      UUID journeyId) {}
}
