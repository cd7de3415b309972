package io.talaria.port;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.talaria.journey.Ending;
import io.talaria.journey.HandBack;
import io.talaria.journey.Review;
import io.talaria.journey.SettleSend;
import io.talaria.journey.TakeoverReceipt;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened to a journey, with fixed schemas. The type's name and the cause are unique. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = JourneyEvent.JourneyStarted.class, name = "JourneyStarted"),
  @JsonSubTypes.Type(value = JourneyEvent.StageEntered.class, name = "StageEntered"),
  @JsonSubTypes.Type(value = JourneyEvent.StageCompleted.class, name = "StageCompleted"),
  @JsonSubTypes.Type(value = JourneyEvent.StageSkipped.class, name = "StageSkipped"),
  @JsonSubTypes.Type(
      value = JourneyEvent.CandidateStateChanged.class,
      name = "CandidateStateChanged"),
  @JsonSubTypes.Type(value = JourneyEvent.CandidateAtRisk.class, name = "CandidateAtRisk"),
  @JsonSubTypes.Type(value = JourneyEvent.OperatorTakeover.class, name = "OperatorTakeover"),
  @JsonSubTypes.Type(value = JourneyEvent.TakeoverExplained.class, name = "TakeoverExplained"),
  @JsonSubTypes.Type(value = JourneyEvent.OperatorHandover.class, name = "OperatorHandover"),
  @JsonSubTypes.Type(value = JourneyEvent.OwnerSilent.class, name = "OwnerSilent"),
  @JsonSubTypes.Type(value = JourneyEvent.OperatorMessage.class, name = "OperatorMessage"),
  @JsonSubTypes.Type(value = JourneyEvent.ScheduledNotSent.class, name = "ScheduledNotSent"),
  @JsonSubTypes.Type(value = JourneyEvent.ReviewRequested.class, name = "ReviewRequested"),
  @JsonSubTypes.Type(value = JourneyEvent.ReviewDecided.class, name = "ReviewDecided"),
  @JsonSubTypes.Type(value = JourneyEvent.OperatorHandback.class, name = "OperatorHandback"),
  @JsonSubTypes.Type(value = JourneyEvent.CandidateOptedOut.class, name = "CandidateOptedOut"),
  @JsonSubTypes.Type(value = JourneyEvent.OptOutRevoked.class, name = "OptOutRevoked"),
  @JsonSubTypes.Type(value = JourneyEvent.ObjectionRaised.class, name = "ObjectionRaised"),
  @JsonSubTypes.Type(value = JourneyEvent.ObjectionDecided.class, name = "ObjectionDecided"),
  @JsonSubTypes.Type(value = JourneyEvent.InterviewBooked.class, name = "InterviewBooked"),
  @JsonSubTypes.Type(value = JourneyEvent.InterviewGivenBack.class, name = "InterviewGivenBack"),
  @JsonSubTypes.Type(value = JourneyEvent.ListingsOffered.class, name = "ListingsOffered"),
  @JsonSubTypes.Type(value = JourneyEvent.ListingChosen.class, name = "ListingChosen"),
  @JsonSubTypes.Type(value = JourneyEvent.PlannedStartVoid.class, name = "PlannedStartVoid"),
  @JsonSubTypes.Type(value = JourneyEvent.PlanChanged.class, name = "PlanChanged"),
  @JsonSubTypes.Type(value = JourneyEvent.AlertAcknowledged.class, name = "AlertAcknowledged"),
  @JsonSubTypes.Type(value = JourneyEvent.UncertainSettled.class, name = "UncertainSettled"),
  @JsonSubTypes.Type(value = JourneyEvent.JourneyEnded.class, name = "JourneyEnded")
})
public sealed interface JourneyEvent {
  /** What made it happen; a retry has the same cause. */
  String cause();

  Instant at();

  record JourneyStarted(String cause, Instant at, String definition, String stage)
      implements JourneyEvent {}

  record StageEntered(String cause, Instant at, String stage) implements JourneyEvent {}

  record StageCompleted(String cause, Instant at, String stage, @Nullable String next)
      implements JourneyEvent {}

  /** Nothing is asked of this candidate in that stage. */
  record StageSkipped(String cause, Instant at, String stage) implements JourneyEvent {}

  /** The bot asks for a person, or no longer does; the language changed. */
  record CandidateStateChanged(String cause, Instant at, String what, @Nullable String value)
      implements JourneyEvent {}

  record CandidateAtRisk(String cause, Instant at, Instant silentSince, double risk)
      implements JourneyEvent {}

  record OperatorTakeover(
      String cause,
      Instant at,
      UUID operatorId,
      @Nullable String reason,
      @Nullable UUID fromOperatorId,
      TakeoverReceipt receipt)
      implements JourneyEvent {}

  /** Why a journey was taken over, told afterwards. */
  record TakeoverExplained(String cause, Instant at, UUID operatorId, String reason)
      implements JourneyEvent {}

  /**
   * The bot has it again.
   *
   * @param operatorId who held it
   * @param automatic whether the holder was silent for too long
   */
  record OperatorHandback(
      String cause,
      Instant at,
      UUID operatorId,
      @Nullable String summary,
      HandBack.@Nullable Outcome outcome,
      @Nullable String notes,
      boolean automatic)
      implements JourneyEvent {}

  /** A colleague holds it instead; the bot was silent all the time. */
  record OperatorHandover(
      String cause,
      Instant at,
      UUID operatorId,
      UUID fromOperatorId,
      UUID toOperatorId,
      @Nullable String note)
      implements JourneyEvent {}

  /** The holder is told that the journey goes back to the bot unless they act. */
  record OwnerSilent(String cause, Instant at, UUID operatorId, Instant returnsAt)
      implements JourneyEvent {}

  /**
   * A recruiter's words left that were no plain reply of the holder.
   *
   * @param key of the send
   * @param proactive whether the bot kept the journey
   * @param scheduled whether they had waited for their time
   */
  record OperatorMessage(
      String cause, Instant at, UUID operatorId, String key, boolean proactive, boolean scheduled)
      implements JourneyEvent {}

  /**
   * A person's words that waited did not leave: scheduled ones at their time, or any that waited
   * when the journey ended. A person is asked.
   *
   * @param operatorName of whoever wrote what was scheduled; null for other words
   */
  record ScheduledNotSent(
      String cause,
      Instant at,
      UUID operatorId,
      @Nullable String operatorName,
      String reason,
      String text)
      implements JourneyEvent {}

  /**
   * A reply of the bot waits for a recruiter.
   *
   * @param version the proposal's number among those of this journey that were reviewed
   * @param confidence of the bot, 0 to 1
   * @param below the least confidence that needs no review; null when a step in it is marked
   * @param until when somebody should have decided
   */
  record ReviewRequested(
      String cause,
      Instant at,
      int version,
      double confidence,
      @Nullable Double below,
      Instant until)
      implements JourneyEvent {}

  /**
   * A reply waits no more.
   *
   * @param operatorId who decided; null when nobody did
   * @param note of whoever decided, such as why it was rejected
   */
  record ReviewDecided(
      String cause,
      Instant at,
      int version,
      Review.Fate fate,
      @Nullable UUID operatorId,
      @Nullable String operatorName,
      @Nullable String note)
      implements JourneyEvent {}

  /** The candidate wants no messages, of whatever journey. */
  record CandidateOptedOut(String cause, Instant at, UUID messageId) implements JourneyEvent {}

  /** The candidate, who wanted no messages, wrote again. */
  record OptOutRevoked(String cause, Instant at, UUID messageId) implements JourneyEvent {}

  /** The candidate wants no machine to decide about them: a person will. */
  record ObjectionRaised(String cause, Instant at, UUID messageId) implements JourneyEvent {}

  /** A person decided what the candidate wanted no machine to decide. */
  record ObjectionDecided(
      String cause,
      Instant at,
      UUID operatorId,
      HandBack.@Nullable Outcome outcome,
      @Nullable String summary,
      @Nullable String notes)
      implements JourneyEvent {}

  /** The candidate has this time of an interview. */
  record InterviewBooked(String cause, Instant at, String step, Instant time)
      implements JourneyEvent {}

  /** The candidate has this time no more: they want another one, or didn't come. */
  record InterviewGivenBack(String cause, Instant at, String step, Instant time)
      implements JourneyEvent {}

  /**
   * Listings were offered to the candidate.
   *
   * @param listings their ids, as shown
   */
  record ListingsOffered(String cause, Instant at, String step, List<String> listings)
      implements JourneyEvent {}

  /**
   * The candidate chose a listing.
   *
   * @param listing its id; {@code none} for none of those offered
   */
  record ListingChosen(String cause, Instant at, String step, String listing)
      implements JourneyEvent {}

  /**
   * Somebody moved the journey to another plan of its definition.
   *
   * @param asked the question that is asked anew, since the one that was open is gone; null for
   *     none
   * @param by who moved it
   */
  record PlanChanged(String cause, Instant at, int from, int to, @Nullable String asked, String by)
      implements JourneyEvent {}

  /**
   * Somebody had planned when this journey would begin, and the candidate wrote before.
   *
   * @param startsAt the time that was planned
   * @param by who planned it
   */
  record PlannedStartVoid(String cause, Instant at, Instant startsAt, String by)
      implements JourneyEvent {}

  /**
   * Somebody sees to what the team was told; takeovers and people's words acknowledge as well, and
   * have events of their own.
   *
   * @param about what lasted then
   */
  record AlertAcknowledged(
      String cause, Instant at, UUID operatorId, String operatorName, List<Desk.Kind> about)
      implements JourneyEvent {}

  /**
   * A person decided what became of a send of which nobody knew.
   *
   * @param operatorName empty when the journal no longer knows them
   * @param key of the send
   */
  record UncertainSettled(
      String cause,
      Instant at,
      UUID operatorId,
      String operatorName,
      String key,
      SettleSend.Choice choice)
      implements JourneyEvent {}

  /**
   * It is over.
   *
   * @param reason code, such as that of a knock-out; null when the ending says enough
   */
  record JourneyEnded(
      String cause, Instant at, Ending ending, String stage, @Nullable String reason)
      implements JourneyEvent {}
}
