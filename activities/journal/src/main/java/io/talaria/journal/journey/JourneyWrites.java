package io.talaria.journal.journey;

import io.talaria.journal.JournalNotice;
import io.talaria.journal.Sealed;
import io.talaria.journal.interview.Bookings;
import io.talaria.journey.Holder;
import io.talaria.journey.JourneyState;
import io.talaria.journey.JourneyState.End;
import io.talaria.journey.Phase;
import io.talaria.journey.Review;
import io.talaria.journey.RiskScore;
import io.talaria.journey.Scheduled;
import io.talaria.journey.Silence;
import io.talaria.journey.rule.Due;
import io.talaria.journey.rule.HighValue;
import io.talaria.journey.rule.OwnerSilence;
import io.talaria.journey.rule.ServiceWindow;
import io.talaria.port.JourneyEvent.CandidateAtRisk;
import io.talaria.port.JourneyWrite;
import io.talaria.port.Written;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes what a journey's workflow tells of itself: the newest run's newest revision stands. */
@Component
public class JourneyWrites {
  private static final Logger log = LoggerFactory.getLogger(JourneyWrites.class);

  /**
   * A workflow task that died wrote a few revisions at most. Whoever is further behind runs on a
   * history from before a restore and must not climb over what happened since.
   */
  private static final int MOST_REVISIONS_OF_A_TASK = 20;

  private final JdbcClient jdbc;
  private final Sealed sealed;
  private final TakenIn takenIn;
  private final Happenings happenings;
  private final Episodes episodes;
  private final Answers answers;
  private final Risks risks;
  private final Bookings bookings;
  private final JournalNotice notice;
  private final ApplicationEventPublisher alarms;

  JourneyWrites(
      JdbcClient jdbc,
      Sealed sealed,
      TakenIn takenIn,
      Happenings happenings,
      Episodes episodes,
      Answers answers,
      Risks risks,
      Bookings bookings,
      JournalNotice notice,
      ApplicationEventPublisher alarms) {
    this.jdbc = jdbc;
    this.sealed = sealed;
    this.takenIn = takenIn;
    this.happenings = happenings;
    this.episodes = episodes;
    this.answers = answers;
    this.risks = risks;
    this.bookings = bookings;
    this.notice = notice;
    this.alarms = alarms;
  }

  /**
   * Writes the journey's row, its events and its taken-in marks, in the caller's transaction or in
   * one of its own. See {@link Written} for when nothing is written.
   *
   * @throws IllegalStateException if the journal has no such journey
   */
  @Transactional
  public Written write(JourneyWrite write) {
    return write(write, true);
  }

  /**
   * The same for a task that runs again after its effect: it may have taken in more than the first
   * run, so other content is no alarm.
   */
  @Transactional
  public Written writeAgain(JourneyWrite write) {
    return write(write, false);
  }

  private Written write(JourneyWrite write, boolean alarm) {
    byte[] state = sealed.canonical(write.state());
    String hash = StateHash.of(state);
    Instant now = Instant.now();
    RiskScore risk = risks.of(write.accountId(), write.state(), now);
    Optional<Before> before = project(write, state, hash, risk.value(), now);
    if (before.isEmpty()) {
      return notWritten(write, hash, alarm);
    }
    boolean told = write.events().stream().anyMatch(CandidateAtRisk.class::isInstance);
    risks.moved(write, told, before.get().risk(), risk, now);
    takenIn.mark(write);
    happenings.append(write, before.get().needed(), now);
    episodes.closeWhatIsOver(write.state());
    episodes.acknowledge(write.state());
    answers.remember(write);
    if (before.get().booked()) {
      bookings.settle(write, now);
    }
    notice.changed(write.candidateId());
    return Written.NEWEST;
  }

  /**
   * @return how it stood before, since a look-up in {@code returning} sees the rows as the
   *     statement found them; empty when nothing was written
   */
  private Optional<Before> project(
      JourneyWrite write, byte[] canonical, String hash, double risk, Instant now) {
    JourneyState state = write.state();
    Silence silence = state.silence();
    Holder holder = state.hold().holder();
    Review.Waiting waiting = state.inReview();
    End end = state.end();
    Phase phase = state.phase();
    UUID candidate = write.candidateId();
    // The row comparison is the fence: an older run, or an older revision of this one, finds no
    // row. The queue's row quotes the newest message of the transcript, whoever wrote it: one row
    // of the unique index (candidate_id, seq), read backwards. Most journeys have no time of an
    // interview: a look at the small index interview_booking_journey spares them a statement. A
    // database that was restored may not know the holder yet, and the journey goes on meanwhile.
    return jdbc.sql(
            """
                update journey set
                  generation = :generation, revision = :revision, state_hash = :hash,
                  task_at = :taskAt,
                  status = :status, stage = :stage, step = :step, plan = :plan, number_id = :number,
                  mode = :mode,
                  owner_id = (select id from operator where id = :owner), owner_since = :ownerSince, language = :language,
                  owner_warned_at = :ownerWarned, returns_at = :returnsAt,
                  sealed_scheduled = :scheduled,
                  review_since = :reviewSince, review_until = :reviewUntil, sealed_review = :review,
                  needs_human = :needsHuman, risk = :risk, high_value = :highValue,
                  at_risk_since = case when :atRisk then coalesce(at_risk_since, :now) end,
                  silent_since = :silentSince, waiting_since = :waitingSince,
                  window_until = :windowUntil, sealed_answers = :answers, sealed_state = :state,
                  ended_at = :endedAt, due_at = :dueAt, untold_since = :untoldSince,
                  moved_at = :now, phase = :phase,
                  (sealed_last_text, last_author, last_at) =
                    (select sealed_text, author, sent_at from message
                     where candidate_id = :candidate order by seq desc limit 1)
                where id = :id and (generation, revision) < (:generation, :revision)
                returning (select b.risk from journey b where b.id = :id),
                  (select b.needs_human from journey b where b.id = :id),
                  exists (select 1 from interview_booking k
                    where k.journey_id = :id and k.released_at is null)
                """)
        .param("generation", state.generation())
        .param("revision", state.revision())
        .param("hash", hash)
        .param("taskAt", utc(write.taskAt()))
        .param("status", end == null ? "OPEN" : end.ending().name())
        .param("stage", state.talk().stage())
        .param("step", state.talk().step())
        .param("plan", state.plan().number())
        .param("number", state.numberId())
        .param("mode", state.mode().name())
        .param("owner", holder == null ? null : holder.operatorId())
        .param("ownerSince", holder == null ? null : utc(holder.since()))
        .param("ownerWarned", holder == null ? null : utc(holder.warnedAt()))
        .param("returnsAt", utc(OwnerSilence.returnsAt(state).orElse(null)))
        .param("scheduled", scheduled(candidate, state.hold().waiting()))
        .param("reviewSince", waiting == null ? null : utc(waiting.since()))
        .param("reviewUntil", waiting == null ? null : utc(waiting.until()))
        .param("review", waiting == null ? null : sealed.json(candidate, waiting))
        .param("language", state.talk().language())
        .param("needsHuman", state.needsHuman())
        .param("risk", risk)
        .param("highValue", HighValue.is(state))
        .param("atRisk", silence.atRisk() && end == null)
        .param("now", utc(now))
        .param("silentSince", utc(silence.candidateOwesSince()))
        .param("waitingSince", utc(silence.weOweSince()))
        .param("windowUntil", utc(until(silence.windowFrom())))
        .param("answers", sealed.json(candidate, state.talk().answers()))
        .param("state", sealed.seal(candidate, canonical))
        .param("dueAt", utc(Due.of(state, now)))
        .param("untoldSince", state.pendingAlerts().isEmpty() ? null : utc(now))
        .param("phase", phase == null ? null : phase.name())
        .param("candidate", candidate)
        .param("endedAt", end == null ? null : utc(end.at()))
        .param("id", state.journeyId())
        .query((row, n) -> new Before(row.getDouble(1), row.getString(2), row.getBoolean(3)))
        .optional();
  }

  private Written notWritten(JourneyWrite write, String hash, boolean alarm) {
    JourneyState state = write.state();
    Standing standing = standing(state.journeyId());
    if (standing.generation() != state.generation()) {
      log.warn(
          "Journey {} was to be written by generation {}, but generation {} has it",
          state.journeyId(),
          state.generation(),
          standing.generation());
      return Written.OVERTAKEN;
    }
    if (standing.revision() - state.revision() > MOST_REVISIONS_OF_A_TASK) {
      log.error(
          "Journey {} wrote revision {}, but the journal has {}. Its history is older than the"
              + " journal: it goes on from the journal in a new run",
          state.journeyId(),
          state.revision(),
          standing.revision());
      alarms.publishEvent(new Conflict(state.journeyId()));
      return Written.OVERTAKEN;
    }
    if (hash.equals(standing.hash())) {
      return Written.SAME;
    }
    if (standing.isLaterThan(write.taskAt())) {
      log.warn(
          "Journey {} was to be written at revision {} by an attempt of its task that was given up",
          state.journeyId(),
          state.revision());
      return Written.LATE;
    }
    if (alarm && standing.revision() == state.revision()) {
      log.error(
          "Journey {} has revision {}.{} with other content. It is written anew as the next revision; after no"
              + " crash of a worker, compare both with the workflow's history",
          state.journeyId(),
          state.generation(),
          state.revision());
      alarms.publishEvent(new Conflict(state.journeyId()));
    }
    takenIn.takeBack(write);
    takenIn.mark(write);
    return Written.BEHIND;
  }

  private Standing standing(UUID journeyId) {
    return jdbc.sql("select generation, revision, state_hash, task_at from journey where id = :id")
        .param("id", journeyId)
        .query(
            (row, n) ->
                new Standing(
                    row.getLong(1),
                    row.getLong(2),
                    row.getString(3),
                    row.getObject(4, OffsetDateTime.class)))
        .optional()
        .orElseThrow(() -> new IllegalStateException("The journal has no journey " + journeyId));
  }

  private byte @Nullable [] scheduled(UUID candidate, List<Scheduled> waiting) {
    return waiting.isEmpty() ? null : sealed.json(candidate, waiting);
  }

  private static @Nullable Instant until(@Nullable Instant windowFrom) {
    return windowFrom == null ? null : windowFrom.plus(ServiceWindow.LENGTH);
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
    return at == null ? null : at.atOffset(ZoneOffset.UTC);
  }

  /**
   * @param needed why a person was needed
   * @param booked whether the journey has a time of an interview, or a reply under way asks for one
   */
  private record Before(double risk, @Nullable String needed, boolean booked) {}

  /** Published for whoever counts alarms. */
  public record Conflict(UUID journeyId) {}

  private record Standing(
      long generation, long revision, @Nullable String hash, @Nullable OffsetDateTime taskAt) {

    boolean isLaterThan(@Nullable Instant task) {
      return taskAt != null && task != null && taskAt.toInstant().isAfter(task);
    }
  }
}
