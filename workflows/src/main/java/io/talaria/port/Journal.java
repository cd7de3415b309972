package io.talaria.port;

import io.talaria.definition.Calendar;
import io.talaria.definition.Plan;
import io.talaria.journey.Answered;
import io.talaria.journey.HandBack;
import io.talaria.journey.JourneyState;
import io.talaria.journey.Phase;
import io.talaria.journey.SettleSend;
import io.talaria.journey.TakeoverReceipt;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The journal decides what a crash can't undo, and shows the rest. Local activities. */
@ActivityInterface
public interface Journal {
  /**
   * Opens the journey of a run, or finds it when this run opened it before.
   *
   * @return its identity and plan; {@code opened} false when none of the messages is still to be
   *     taken in, so that the run must end silently
   */
  @ActivityMethod(name = "open")
  Opened open(Open request);

  /**
   * Writes the journey's row, its events and <em>taken in</em> in one transaction. A newer run
   * makes it a no-op.
   *
   * @return {@link Written#BEHIND} asks for the same again, one revision on; after {@link
   *     Written#OVERTAKEN} this run can write nothing any more
   */
  @ActivityMethod(name = "record")
  Written record(JourneyWrite write);

  /**
   * Waits until no bot send of the candidate can leave any more (at most until the latest {@code
   * not_after}, about 5 s), drops queued ones and tells what remains.
   */
  @ActivityMethod(name = "stopBot")
  TakeoverReceipt stopBot(StopBot request);

  /**
   * The answer that was given to this request before, by whichever run: what a journey remembers
   * itself is bounded, the journal isn't.
   */
  @ActivityMethod(name = "remembered")
  Remembered remembered(Asked request);

  /**
   * Lets the bot speak again. Idempotent: a takeover that is over changes nothing, nor does a run,
   * or an attempt of its task, that a newer one has overtaken.
   *
   * @return the epoch under which the bot may speak; one under which nothing may ever leave while
   *     somebody has the brake, and for whoever was overtaken
   */
  @ActivityMethod(name = "releaseBrake")
  long releaseBrake(ReleaseBrake request);

  /**
   * Nothing that waits to be sent will leave: queued sends of the journey, or the one that is
   * named, are dropped, and those whose row isn't written yet meet a raised brake. Repeatable.
   *
   * @return the epoch under which the journey goes on
   */
  @ActivityMethod(name = "dropQueued")
  long dropQueued(DropQueued request);

  /** How the brake stands: after a refused takeover the journey learns the new epoch by this. */
  @ActivityMethod(name = "brake")
  Brake brake(UUID candidateId);

  /**
   * A person settles an UNCERTAIN send; conditional, and answers how the row stands, also when
   * there is none.
   */
  @ActivityMethod(name = "settle")
  Settled settle(Settle request);

  /** Another plan of a journey's definition, with the times of this installation. */
  @ActivityMethod(name = "plan")
  PlanFound plan(Planned request);

  /**
   * @param number of the plan
   */
  record Planned(UUID accountId, String definition, int number) {}

  /**
   * @param plan null when it was never published
   */
  record PlanFound(@Nullable Plan plan) {}

  /**
   * @param runId of the workflow; the generation belongs to it
   * @param messageIds what the run has received so far
   * @param left the journey that the run is to go on with although no message came; no-op when it
   *     isn't open any more
   * @param planned the planned start by which the run is to begin a journey although no message
   *     came; no-op when it isn't due, was cancelled, or somebody was faster
   */
  record Open(
      UUID accountId,
      UUID candidateId,
      String definition,
      String numberId,
      @Nullable String country,
      String runId,
      List<UUID> messageIds,
      @Nullable UUID left,
      @Nullable UUID planned) {
    /** A run that nobody has planned. */
    public Open(
        UUID accountId,
        UUID candidateId,
        String definition,
        String numberId,
        @Nullable String country,
        String runId,
        List<UUID> messageIds,
        @Nullable UUID left) {
      this(accountId, candidateId, definition, numberId, country, runId, messageIds, left, null);
    }
  }

  /**
   * @param language by the candidate's country, else the definition's first
   * @param epoch of the brake as it stands
   * @param left the state in which a lost run left this journey; null for one that begins
   * @param quiet when unasked messages may reach this candidate; null for always
   * @param office when the team works; null for always
   * @param phase of the number; null when its conversations are wholly ours
   * @param startsAt when the bot writes first in a journey that begins as planned; null for any
   *     other
   */
  record Opened(
      boolean opened,
      UUID journeyId,
      long generation,
      Plan plan,
      String language,
      long epoch,
      @Nullable JourneyState left,
      @Nullable Calendar quiet,
      @Nullable Calendar office,
      @Nullable Phase phase,
      @Nullable Instant startsAt) {

    /** A journey that its candidate begins, or that goes on. */
    public Opened(
        boolean opened,
        UUID journeyId,
        long generation,
        Plan plan,
        String language,
        long epoch,
        @Nullable JourneyState left,
        @Nullable Calendar quiet,
        @Nullable Calendar office,
        @Nullable Phase phase) {
      this(opened, journeyId, generation, plan, language, epoch, left, quiet, office, phase, null);
    }

    /** A journey that knows no calendars, at a number whose conversations are wholly ours. */
    public Opened(
        boolean opened,
        UUID journeyId,
        long generation,
        Plan plan,
        String language,
        long epoch,
        @Nullable JourneyState left) {
      this(opened, journeyId, generation, plan, language, epoch, left, null, null, null);
    }
  }

  /**
   * @param takeover the takeover's request id
   * @param epoch that it raised
   * @param unsaid keys of bubbles that the journey had still to say; the receipt names those that
   *     nobody began to send as dropped
   */
  record StopBot(
      UUID candidateId, UUID journeyId, UUID takeover, long epoch, List<String> unsaid) {}

  /**
   * @param epoch under which the journey's sends were queued
   * @param key of the only send that is dropped; null for all that wait
   */
  record DropQueued(UUID candidateId, UUID journeyId, long epoch, @Nullable String key) {}

  /**
   * @param cause such as {@code handback:<request id>} or {@code owner-silent:<takeover>}; says in
   *     the journal why the takeover ended
   * @param by the step of the journey that releases it; null for whoever has no journey
   */
  record ReleaseBrake(
      UUID candidateId,
      UUID takeover,
      String cause,
      @Nullable String summary,
      HandBack.@Nullable Outcome outcome,
      @Nullable String notes,
      @Nullable Step by) {}

  /**
   * Where a journey stands that wants something.
   *
   * @param taskAt when the task began that decided it, as {@link JourneyWrite#taskAt}
   */
  record Step(long generation, long revision, @Nullable Instant taskAt) {}

  /** A recruiter's request that may have been answered before. */
  record Asked(UUID candidateId, UUID requestId) {}

  /**
   * @param answer null for a request that nobody answered yet
   * @param journeyId whose step answered it, with the generation and revision of that step
   */
  record Remembered(
      @Nullable Answered answer, @Nullable UUID journeyId, long generation, long revision) {}

  /**
   * @param held whether a person holds the brake or asks to
   */
  record Brake(long epoch, boolean held) {}

  /**
   * @param operatorId who decided
   */
  record Settle(
      UUID candidateId, String key, SettleSend.Choice choice, UUID operatorId, UUID requestId) {}

  /**
   * @param settled false when it was no longer uncertain, or there is no such send
   * @param content what the send was, so that it can be sent again; null when there is no such send
   * @param inputIds messages that the turn of this send answers; none for a person's words
   * @param reply the claimed reply that this send is a bubble of; null for a person's words
   */
  record Settled(
      boolean settled,
      String state,
      @Nullable Outbound content,
      List<UUID> inputIds,
      @Nullable Claimed reply) {
    /** Answers of before told no messages. */
    public Settled {
      if (inputIds == null) {
        inputIds = List.of();
      }
    }
  }

  /**
   * A reply as it was claimed by its first bubble.
   *
   * @param key of its turn
   * @param position of the bubble that is asked about, from 0
   */
  record Claimed(String key, int position, Proposal proposal) {}
}
