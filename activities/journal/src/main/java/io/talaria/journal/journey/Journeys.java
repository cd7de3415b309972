package io.talaria.journal.journey;

import io.talaria.definition.Plan;
import io.talaria.journal.JournalNotice;
import io.talaria.journal.Sealed;
import io.talaria.journal.definition.Definitions;
import io.talaria.journal.definition.Hours;
import io.talaria.journal.definition.Published;
import io.talaria.journal.event.Events;
import io.talaria.journey.JourneyState;
import io.talaria.journey.Phase;
import io.talaria.port.Journal;
import io.talaria.port.JourneyEvent;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens journeys and gives runs their generation. */
@Component
public class Journeys {
  private final JdbcClient jdbc;
  private final JourneyRows rows;
  private final Definitions definitions;
  private final Brakes brakes;
  private final Leftovers leftovers;
  private final Holders holders;
  private final Events events;
  private final StageVisits visits;
  private final OptOuts optOuts;
  private final PlannedBeginnings plannedStarts;
  private final JournalNotice notice;
  private final Sealed sealed;

  Journeys(
      JdbcClient jdbc,
      JourneyRows rows,
      Definitions definitions,
      Brakes brakes,
      Leftovers leftovers,
      Holders holders,
      Events events,
      StageVisits visits,
      OptOuts optOuts,
      PlannedBeginnings plannedStarts,
      JournalNotice notice,
      Sealed sealed) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.definitions = definitions;
    this.brakes = brakes;
    this.leftovers = leftovers;
    this.holders = holders;
    this.events = events;
    this.visits = visits;
    this.optOuts = optOuts;
    this.plannedStarts = plannedStarts;
    this.notice = notice;
    this.sealed = sealed;
  }

  /**
   * The journey of this run: found when the run opened it before, else begun. A journey that a lost
   * run left open is gone on with from its last state, under a new generation, so that the lost
   * run's late writes are refused, and a new epoch, so that its late sends are.
   *
   * @return {@code opened} false, and nothing changed, when none of the messages is still to be
   *     taken in
   * @throws IllegalArgumentException if the definition was never published
   */
  @Transactional
  public Journal.Opened open(Journal.Open request) {
    // The brake's row is the candidate's lock for everything that a journey decides.
    long epoch = brakes.lock(request.accountId(), request.candidateId()).epoch();
    Optional<JourneyRow> ofRun = rows.ofRun(request.candidateId(), request.runId());
    if (ofRun.isPresent()) {
      JourneyRow row = ofRun.get();
      Published definition = definitions.of(request.accountId(), row.definition(), row.plan());
      leftovers.holdUnderStandingEpoch(request.candidateId());
      return opened(true, row, definition, epoch, request);
    }
    Published newest = definitions.newest(request.accountId(), request.definition());
    long generation = rows.nextGeneration(request.candidateId());
    Optional<JourneyRow> leftOpen = rows.leftOpen(request.candidateId());
    boolean called = leftOpen.isPresent() && leftOpen.get().id().equals(request.left());
    boolean written = !called && anyUntaken(request);
    boolean due = !written && leftOpen.isEmpty() && plannedStarts.isDue(request);
    if (!called && !written && !due) {
      var nothing =
          new JourneyRow(
              new UUID(0, 0),
              generation,
              request.definition(),
              newest.plan(),
              language(newest, request),
              null);
      return opened(false, nothing, newest, epoch, request);
    }
    notice.changed(request.candidateId());
    if (leftOpen.isPresent()) {
      JourneyRow row = rows.goOn(leftOpen.get(), request.runId(), generation);
      Published definition = definitions.of(request.accountId(), row.definition(), row.plan());
      long now = leftovers.close(request.candidateId());
      return opened(true, row, definition, now, request);
    }
    long free = brakes.freeForNewJourney(request.candidateId());
    JourneyRow row = begin(request, newest, generation);
    Instant startsAt = null;
    if (due) {
      startsAt = plannedStarts.begun(request, row.id());
    } else {
      optOuts.revokedByNewJourney(request.candidateId(), Instant.now());
      plannedStarts
          .overtaken(request.candidateId(), row.id(), Instant.now())
          .ifPresent(event -> append(request, row.id(), event));
    }
    return opened(true, row, newest, free, request, startsAt);
  }

  private JourneyRow begin(Journal.Open request, Published definition, long generation) {
    UUID id = UUID.randomUUID();
    Plan plan = definition.definition().plan();
    String stage = plan.stages().getFirst().id();
    String language = language(definition, request);
    Instant now = Instant.now();
    jdbc.sql(
            """
            insert into journey
              (id, account_id, candidate_id, number_id, definition_name, plan, run_id, generation,
               stage, language, phase)
            values (:id, :account, :candidate, :number, :definition, :plan, :run, :generation,
                    :stage, :language,
                    (select nullif(phase, 'CONTROL') from number where id = :number))
            """)
        .param("id", id)
        .param("account", request.accountId())
        .param("candidate", request.candidateId())
        .param("number", request.numberId())
        .param("definition", request.definition())
        .param("plan", definition.plan())
        .param("run", request.runId())
        .param("generation", generation)
        .param("stage", stage)
        .param("language", language)
        .update();
    String cause = "open:" + request.runId();
    append(request, id, new JourneyEvent.JourneyStarted(cause, now, request.definition(), stage));
    append(request, id, new JourneyEvent.StageEntered(cause, now, stage));
    visits.entered(request.accountId(), id, stage, now);
    return new JourneyRow(id, generation, request.definition(), definition.plan(), language, null);
  }

  private void append(Journal.Open request, UUID journeyId, JourneyEvent event) {
    events.append(
        request.accountId(),
        request.candidateId(),
        journeyId,
        event.getClass().getSimpleName(),
        event.cause(),
        event.at(),
        event);
  }

  /** Only a person's message that nobody has taken in may begin a journey. */
  private boolean anyUntaken(Journal.Open request) {
    return jdbc.sql(
            """
            select exists (select 1 from message
              where id = any(:ids) and candidate_id = :candidate
                and direction = 'IN' and taken_in_at is null)
            """)
        .param("ids", request.messageIds().toArray(UUID[]::new))
        .param("candidate", request.candidateId())
        .query(Boolean.class)
        .single();
  }

  private Journal.Opened opened(
      boolean opened, JourneyRow row, Published definition, long epoch, Journal.Open request) {
    return opened(opened, row, definition, epoch, request, null);
  }

  private Journal.Opened opened(
      boolean opened,
      JourneyRow row,
      Published definition,
      long epoch,
      Journal.Open request,
      @Nullable Instant startsAt) {
    byte[] state = row.sealedState();
    Hours hours = definition.definition().hours();
    Instant now = Instant.now();
    return new Journal.Opened(
        opened,
        row.id(),
        row.generation(),
        definition.definition().plan(),
        row.language(),
        epoch,
        state == null
            ? null
            : holders.told(
                request.candidateId(),
                sealed.json(request.candidateId(), state, JourneyState.class)),
        hours == null ? null : hours.quietAt(zone(request.candidateId()), now),
        hours == null ? null : hours.officeFrom(now),
        phase(request.numberId()),
        startsAt);
  }

  private @Nullable String zone(UUID candidateId) {
    return jdbc.sql("select zone from candidate where id = :id")
        .param("id", candidateId)
        .query((row, n) -> Optional.ofNullable(row.getString(1)))
        .single()
        .orElse(null);
  }

  /** Null when the number's conversations are wholly ours. */
  private @Nullable Phase phase(String numberId) {
    return jdbc.sql("select phase from number where id = :number and phase <> 'CONTROL'")
        .param("number", numberId)
        .query(String.class)
        .optional()
        .map(Phase::valueOf)
        .orElse(null);
  }

  private static String language(Published definition, Journal.Open request) {
    return definition.definition().languageOf(request.country());
  }
}
