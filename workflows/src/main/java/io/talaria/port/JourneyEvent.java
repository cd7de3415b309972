package io.talaria.port;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.talaria.journey.Ending;
import io.talaria.journey.TakeoverReceipt;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened to a journey, with fixed schemas. The type's name and the cause are unique. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = JourneyEvent.JourneyStarted.class, name = "JourneyStarted"),
  @JsonSubTypes.Type(value = JourneyEvent.StageEntered.class, name = "StageEntered"),
  @JsonSubTypes.Type(value = JourneyEvent.StageCompleted.class, name = "StageCompleted"),
  @JsonSubTypes.Type(
      value = JourneyEvent.CandidateStateChanged.class,
      name = "CandidateStateChanged"),
  @JsonSubTypes.Type(value = JourneyEvent.CandidateAtRisk.class, name = "CandidateAtRisk"),
  @JsonSubTypes.Type(value = JourneyEvent.OperatorTakeover.class, name = "OperatorTakeover"),
  @JsonSubTypes.Type(value = JourneyEvent.OperatorHandback.class, name = "OperatorHandback"),
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

  record OperatorHandback(String cause, Instant at, UUID operatorId, @Nullable String summary)
      implements JourneyEvent {}

  record JourneyEnded(String cause, Instant at, Ending ending, String stage)
      implements JourneyEvent {}
}
