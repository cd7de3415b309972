package io.talaria.journal.reading;

import io.talaria.journal.media.Media;
import io.talaria.journey.HandBack;
import io.talaria.journey.Mode;
import io.talaria.journey.Phase;
import io.talaria.journey.Review;
import io.talaria.journey.Scheduled;
import io.talaria.journey.TakeoverReceipt;
import io.talaria.port.JourneyEvent;
import io.talaria.port.Outbound;
import io.talaria.port.Proposal.Decision;
import io.talaria.port.Reading;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A candidate's conversation as the journal knows it now.
 *
 * @param entries oldest first
 * @param scheduled people's words that wait for their time, the next first
 * @param review the bot's proposal that waits for a recruiter; null when none does
 * @param more whether older messages are left out
 * @param newestSeq of the messages; what a reader has seen then
 */
public record Conversation(
    Head head,
    List<Entry> entries,
    List<Scheduled> scheduled,
    Review.@Nullable Waiting review,
    boolean more,
    long newestSeq) {

  /**
   * Who it is and how the newest journey stands.
   *
   * @param holder who the brake says may speak; it is ahead of the journey while Temporal is away
   * @param takeover the open takeover, when there is one
   * @param warnedAt when the holder was told that it goes back to the bot; null unless they were
   * @param returnsAt when it goes back unless the holder acts; null while nothing counts
   * @param phase how far another system's conversation is ours; null when it wholly is
   */
  public record Head(
      UUID candidateId,
      UUID journeyId,
      @Nullable String name,
      @Nullable String phone,
      String status,
      String definition,
      int plan,
      String stage,
      Mode mode,
      String language,
      @Nullable Holder holder,
      @Nullable OpenTakeover takeover,
      @Nullable Instant warnedAt,
      @Nullable Instant returnsAt,
      @Nullable String needsHuman,
      @Nullable Instant windowUntil,
      @Nullable Instant waitingSince,
      @Nullable Instant silentSince,
      Instant startedAt,
      @Nullable Instant endedAt,
      @Nullable Phase phase) {

    /** Whether another system speaks here, and Talaria only looks on. */
    public boolean watched() {
      return open() && phase != null;
    }

    /** Whether the journey still goes on. */
    public boolean open() {
      return "OPEN".equals(status);
    }
  }

  /** Who has it and since when. */
  public record Holder(UUID operatorId, String name, Instant since) {}

  /**
   * A takeover that holds or wants to.
   *
   * @param requested the brake is raised, the journey has not answered yet
   */
  public record OpenTakeover(UUID id, boolean requested, @Nullable String reason) {}

  /** What stands in the transcript. */
  public sealed interface Entry {
    /** By WhatsApp's time where it is known. */
    Instant at();
  }

  /**
   * The candidate's words.
   *
   * @param kind text, button, list, image, document, form, or unsupported:&lt;WhatsApp's type&gt;
   * @param file set for an image or a document
   * @param form set for a form
   */
  public record Said(
      UUID id,
      long seq,
      Instant at,
      String kind,
      @Nullable String text,
      @Nullable Attached file,
      @Nullable Filled form)
      implements Entry {}

  /**
   * A file and how it stands.
   *
   * @param type by its first bytes; null until it is stored
   * @param name as the candidate named it; null for pictures
   * @param size in bytes; null until it is stored
   * @param reason stable code: why it isn't there; null when it is, or was never tried
   */
  public record Attached(
      UUID mediaId,
      Media.State state,
      @Nullable String type,
      @Nullable String name,
      @Nullable Long size,
      @Nullable String reason) {}

  /**
   * A form that was handed in.
   *
   * @param fields in alphabetical order
   * @param outdated late or earlier_journey; null when it counts
   */
  public record Filled(String formId, Map<String, String> fields, @Nullable String outdated) {}

  /**
   * Our words and how they stand.
   *
   * @param author null operator and BOT, or a recruiter
   * @param decision why the bot said it; null for people's words
   * @param reading what the bot made of the candidate's words; null when it told nothing
   * @param initiative set when a recruiter wrote it while the bot kept the journey
   */
  public record Sent(
      String key,
      Instant at,
      boolean bot,
      @Nullable UUID operatorId,
      @Nullable String operatorName,
      Outbound content,
      Tick tick,
      @Nullable Instant tickAt,
      @Nullable Integer errorCode,
      @Nullable String errorTreatment,
      @Nullable String errorDetail,
      @Nullable Decision decision,
      @Nullable Reading reading,
      @Nullable Initiative initiative)
      implements Entry {}

  /** What came of a recruiter's own initiative: when the candidate answered, or null. */
  public record Initiative(@Nullable Instant answeredAt) {}

  /** How a send stands; {@code LEFT} is an uncertain one that a person left unsent. */
  public enum Tick {
    QUEUED,
    SENDING,
    UNCERTAIN,
    SENT,
    DELIVERED,
    READ,
    FAILED,
    LEFT
  }

  /** Something that happened to the journey. */
  public record Happened(Instant at, JourneyEvent event) implements Entry {}

  /**
   * A person took it over.
   *
   * @param receipt null while the journey has not answered
   */
  public record TakenOver(
      UUID id,
      Instant at,
      UUID operatorId,
      String operatorName,
      @Nullable String reason,
      @Nullable TakeoverReceipt receipt)
      implements Entry {}

  /**
   * A person handed it back, or lost it.
   *
   * @param automatic whether the holder was silent for too long
   */
  public record HandedBack(
      Instant at,
      UUID operatorId,
      String operatorName,
      @Nullable String summary,
      HandBack.@Nullable Outcome outcome,
      @Nullable String notes,
      boolean automatic)
      implements Entry {}

  /** A colleague was given it. */
  public record HandedOver(
      UUID id,
      Instant at,
      UUID fromId,
      String fromName,
      UUID toId,
      String toName,
      @Nullable String note)
      implements Entry {}
}
