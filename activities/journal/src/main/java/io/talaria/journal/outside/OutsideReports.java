package io.talaria.journal.outside;

import io.talaria.definition.Plan;
import io.talaria.journal.JournalNotice;
import io.talaria.journal.Sealed;
import io.talaria.journal.definition.AnswerValues;
import io.talaria.journal.definition.Definition;
import io.talaria.journal.definition.Definitions;
import io.talaria.journey.JourneyState;
import io.talaria.journey.OutsideSpoke;
import io.talaria.port.Outbound;
import io.talaria.port.TurnKey;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reports of other systems: their words go into the transcript at once, the journey is told. */
@Component
public class OutsideReports {
  private final JdbcClient jdbc;
  private final Sealed sealed;
  private final JournalNotice notice;
  private final Definitions definitions;

  OutsideReports(JdbcClient jdbc, Sealed sealed, JournalNotice notice, Definitions definitions) {
    this.jdbc = jdbc;
    this.sealed = sealed;
    this.notice = notice;
    this.definitions = definitions;
  }

  /** What became of a report. */
  public enum Taken {
    /** It is kept, now or before; the journey is told within seconds. */
    TAKEN,
    /** No message of this id is known, or its journey isn't open yet: it may be a moment later. */
    NOT_YET,
    /** Talaria speaks in this conversation: what another system said there can't be. */
    IN_CONTROL,
    UNKNOWN_STAGE,
    UNKNOWN_QUESTION,
    UNKNOWN_LANGUAGE
  }

  /** A report that its journey doesn't know of. */
  public record Untold(UUID id, UUID candidateId, OutsideSpoke spoke) {}

  /** An answer that its question doesn't take; the message says which, and what it takes. */
  public static final class UnfitAnswer extends Exception {
    private static final long serialVersionUID = 1L;

    UnfitAnswer(String sentence) {
      super(sentence, null, false, false);
    }
  }

  /**
   * Keeps a report with its words, in one transaction; one that was kept before is a no-op.
   *
   * @throws UnfitAnswer and keeps nothing: a condition of the definition would never hold for it
   */
  @Transactional
  public Taken take(Report report) throws UnfitAnswer {
    Optional<Place> place = place(report.inReplyTo());
    if (place.isEmpty()) {
      return Taken.NOT_YET;
    }
    Place at = place.get();
    JourneyState state = sealed.json(at.candidateId(), at.sealedState(), JourneyState.class);
    if (!state.watched()) {
      return Taken.IN_CONTROL;
    }
    Taken fault = fault(state.plan(), state.talk().stage(), report);
    if (fault != Taken.TAKEN) {
      return fault;
    }
    checkAnswers(at.accountId(), state, report);
    if (kept(report, at)) {
      for (int n = 0; n < report.messages().size(); n++) {
        show(report, n, at);
      }
      notice.changed(at.candidateId());
    }
    return Taken.TAKEN;
  }

  private static Taken fault(Plan plan, String now, Report report) {
    String language = report.language();
    if (language != null && !plan.languages().contains(language)) {
      return Taken.UNKNOWN_LANGUAGE;
    }
    String name = report.stage() == null ? now : report.stage();
    Optional<Plan.Stage> stage =
        plan.stages().stream().filter(known -> known.id().equals(name)).findFirst();
    if (stage.isEmpty()) {
      return Taken.UNKNOWN_STAGE;
    }
    String step = report.step();
    boolean strange =
        report.answers().keySet().stream()
            .anyMatch(
                question ->
                    plan.stages().stream().noneMatch(s -> s.questions().contains(question)));
    return strange || (step != null && !stage.get().questions().contains(step))
        ? Taken.UNKNOWN_QUESTION
        : Taken.TAKEN;
  }

  /** What the journey knows may have come another way, and is only repeated. */
  private void checkAnswers(UUID accountId, JourneyState state, Report report) throws UnfitAnswer {
    if (report.answers().isEmpty()) {
      return;
    }
    Plan plan = state.plan();
    Definition definition =
        definitions.of(accountId, plan.definition(), plan.number()).definition();
    for (Map.Entry<String, String> answer : report.answers().entrySet()) {
      boolean repeated = answer.getValue().equals(state.talk().answers().get(answer.getKey()));
      Optional<String> fault =
          definition
              .question(answer.getKey())
              .filter(ask -> !repeated)
              .flatMap(ask -> AnswerValues.fault(ask, answer.getValue()));
      if (fault.isPresent()) {
        throw new UnfitAnswer(fault.get());
      }
    }
  }

  private Optional<Place> place(String wamid) {
    // Unique indexes on message.wamid and on the candidate's open journey.
    return jdbc.sql(
            """
            select m.candidate_id, j.account_id, j.id, j.number_id, j.sealed_state
            from message m join journey j on j.candidate_id = m.candidate_id and j.status = 'OPEN'
            where m.wamid = :wamid and m.direction = 'IN' and j.sealed_state is not null
            """)
        .param("wamid", wamid)
        .query(
            (row, n) ->
                new Place(
                    row.getObject(1, UUID.class),
                    row.getObject(2, UUID.class),
                    row.getObject(3, UUID.class),
                    row.getString(4),
                    row.getBytes(5)))
        .optional();
  }

  private boolean kept(Report report, Place at) {
    var spoke =
        new OutsideSpoke(
            report.id(),
            report.at(),
            report.messages().isEmpty() ? null : key(report, report.messages().size() - 1),
            report.answers(),
            report.language(),
            report.stage(),
            report.step(),
            report.awaits(),
            report.ending(),
            report.needsHuman());
    return jdbc.sql(
                """
                insert into outside_report (id, account_id, candidate_id, journey_id, sealed_report)
                values (:id, :account, :candidate, :journey, :report)
                on conflict (id) do nothing
                """)
            .param("id", report.id())
            .param("account", at.accountId())
            .param("candidate", at.candidateId())
            .param("journey", at.journeyId())
            .param("report", sealed.json(at.candidateId(), spoke))
            .update()
        == 1;
  }

  /** A send that left without us: its ticks come by WhatsApp's id, as those of our own do. */
  private void show(Report report, int position, Place at) {
    Report.Message message = report.messages().get(position);
    Outbound content = new Outbound.Text(message.text());
    jdbc.sql(
            """
            with intent as (
              insert into send_intent
                (key, account_id, candidate_id, journey_id, number_id, position, author, state,
                 epoch, sealed_content, wamid, sending_at, settled_at, settled_by)
              values (:key, :account, :candidate, :journey, :number, :position, 'BOT', 'SENT',
                      0, :content, :wamid, :at, now(), 'outside')
              on conflict do nothing
              returning candidate_id),
            place as (
              update candidate set next_seq = next_seq + 1
              where id in (select candidate_id from intent) returning next_seq)
            insert into message
              (id, account_id, candidate_id, journey_id, number_id, seq, direction, author, kind,
               sealed_text, sealed_extra, wamid, intent_key, sent_at)
            select :id, :account, :candidate, :journey, :number, next_seq, 'OUT', 'BOT', 'text',
                   :text, :content, :wamid, :key, :at
            from place
            """)
        .param("key", key(report, position))
        .param("account", at.accountId())
        .param("candidate", at.candidateId())
        .param("journey", at.journeyId())
        .param("number", at.numberId())
        .param("position", position)
        .param("content", sealed.json(at.candidateId(), content))
        .param("wamid", message.wamid())
        .param("at", report.at().atOffset(ZoneOffset.UTC))
        .param("id", UUID.randomUUID())
        .param("text", sealed.text(at.candidateId(), message.text()))
        .update();
  }

  private static String key(Report report, int position) {
    return TurnKey.bubble("outside:" + report.id(), position);
  }

  /** The oldest reports that no journey has heard of; index outside_report_untold. */
  public List<Untold> untold(int limit) {
    return jdbc.sql(
            """
            select id, candidate_id, sealed_report from outside_report
            where told_at is null order by recorded_at limit :limit
            """)
        .param("limit", limit)
        .query(
            (row, n) -> {
              UUID candidate = row.getObject(2, UUID.class);
              return new Untold(
                  row.getObject(1, UUID.class),
                  candidate,
                  sealed.json(candidate, row.getBytes(3), OutsideSpoke.class));
            })
        .list();
  }

  /** The journey has it, or no run wants it. */
  public void told(UUID id) {
    jdbc.sql("update outside_report set told_at = now() where id = :id").param("id", id).update();
  }

  private record Place(
      UUID candidateId, UUID accountId, UUID journeyId, String numberId, byte[] sealedState) {}
}
