package io.talaria.worker.interleaving;

import io.talaria.journal.journey.Brakes;
import io.talaria.journal.journey.JourneyWrites;
import io.talaria.journal.journey.Journeys;
import io.talaria.journal.journey.TakeoverReceipts;
import io.talaria.journal.send.Beginning;
import io.talaria.journal.send.CallOutcome;
import io.talaria.journal.send.Intents;
import io.talaria.journal.takeover.Brakes.Raised;
import io.talaria.journal.takeover.Brakes.Wish;
import io.talaria.journal.takeover.RequestedTakeovers;
import io.talaria.journey.JourneyState;
import io.talaria.journey.TakeoverReceipt;
import io.talaria.port.Delivered.Outcome;
import io.talaria.port.Delivery;
import io.talaria.port.Journal;
import io.talaria.port.Journal.Brake;
import io.talaria.port.Journal.DropQueued;
import io.talaria.port.Journal.ReleaseBrake;
import io.talaria.port.Journal.StopBot;
import io.talaria.port.JourneyWrite;
import io.talaria.port.Outbound;
import io.talaria.port.Written;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The journal's own statements on PostgreSQL. */
record JournalRows(
    Statements sql,
    UUID account,
    UUID candidate,
    JourneyState opened,
    String number,
    Duration within,
    Map<String, Long> begun)
    implements Rows {

  /** The beans that have the statements. */
  record Statements(
      io.talaria.journal.takeover.Brakes raising,
      RequestedTakeovers requested,
      Brakes brakes,
      TakeoverReceipts receipts,
      Intents intents,
      JourneyWrites writes,
      Journeys journeys,
      JdbcClient jdbc) {}

  /**
   * @param within how long a request may leave after its send began, by the database's clock
   */
  JournalRows(
      Statements sql,
      UUID account,
      UUID candidate,
      JourneyState opened,
      String number,
      Duration within) {
    this(sql, account, candidate, opened, number, within, new HashMap<>());
  }

  @Override
  public Optional<Long> raise(UUID request, UUID operator, boolean fromHolder) {
    var wish = new Wish(request, account, candidate, operator, fromHolder, "because");
    return sql.raising().raise(wish) instanceof Raised raised
        ? Optional.of(raised.epoch())
        : Optional.empty();
  }

  @Override
  public void refuse(UUID request) {
    sql.requested().refuse(candidate, request, "no");
  }

  @Override
  public void holdBack(StopBot stop) {
    sql.brakes().holdBack(stop);
  }

  @Override
  public boolean botSendsMayLeave() {
    return sql.brakes().botSendsMayLeave(candidate);
  }

  @Override
  public TakeoverReceipt receipt(StopBot stop) {
    return sql.receipts().of(stop);
  }

  @Override
  public long release(ReleaseBrake release) {
    return sql.brakes().release(release);
  }

  @Override
  public Brake brake() {
    return sql.brakes().stands(candidate);
  }

  @Override
  public JourneyState goOn() {
    var open =
        new Journal.Open(
            account,
            candidate,
            opened.plan().definition(),
            number,
            null,
            UUID.randomUUID().toString(),
            List.of(),
            opened.journeyId());
    Journal.Opened found = sql.journeys().open(open);
    return Rows.goneOn(opened, found.generation(), found.epoch(), found.left());
  }

  @Override
  public String begin(Send send) {
    // Taken before the row's own clock, as a sender's deadline is.
    long now = System.nanoTime();
    return switch (sql.intents().begin(delivery(send), within, false)) {
      case Beginning.Call call -> {
        begun.put(send.key(), now);
        yield "CALL";
      }
      case Beginning.Answer answer -> state(answer.delivered().outcome());
      case Beginning.UnderWay underWay -> "SENDING";
    };
  }

  @Override
  public boolean mayLeave(String key) {
    return System.nanoTime() - begun.get(key) < within.toNanos();
  }

  @Override
  public String finish(Send send, String outcome) {
    CallOutcome came =
        switch (outcome) {
          case "SENT" -> new CallOutcome.Accepted("wamid." + candidate + send.key());
          case "QUEUED" -> new CallOutcome.Refused(null, "TRANSIENT", "not left", true);
          case "REJECTED" -> new CallOutcome.Refused(131026, "RECIPIENT", "not reached", false);
          default -> new CallOutcome.Unknown("no answer");
        };
    return state(sql.intents().finish(delivery(send), came).outcome());
  }

  @Override
  public void isOverdue(String key, Duration since) {
    begun.put(key, System.nanoTime() - within.toNanos() - since.toNanos());
    sql.jdbc()
        .sql(
            """
            update send_intent set not_after = clock_timestamp() - make_interval(secs => :since)
            where key = :key
            """)
        .param("since", since.toMillis() / 1000.0)
        .param("key", key)
        .update();
  }

  @Override
  public long drop(DropQueued request) {
    return sql.brakes().dropQueued(request);
  }

  @Override
  public Written record(JourneyWrite write) {
    return sql.writes().write(write);
  }

  @Override
  public List<String> lines() {
    return sql.jdbc()
        .sql(
            """
            select format('brake %s of %s by %s', epoch, coalesce(holder_id::text, 'null'),
                coalesce(takeover_id::text, 'null'))
              from brake where candidate_id = :candidate
            union all
            select format('takeover %s of %s at %s %s', id, operator_id, epoch, state)
              from takeover where candidate_id = :candidate
            union all
            select format('send %s of %s at %s %s by %s', key, coalesce(operator_id::text, 'null'),
                epoch, state, coalesce(settled_by, 'null'))
              from send_intent where candidate_id = :candidate
            union all
            select format('journey %s.%s', generation, revision)
              from journey where candidate_id = :candidate
            """)
        .param("candidate", candidate)
        .query(String.class)
        .list();
  }

  private Delivery delivery(Send send) {
    return new Delivery(
        account,
        candidate,
        opened.journeyId(),
        number,
        send.epoch(),
        send.key(),
        0,
        send.author(),
        send.operator(),
        new Outbound.Text("words"),
        null,
        false,
        null);
  }

  private static String state(Outcome outcome) {
    return outcome == Outcome.DEFERRED ? "QUEUED" : outcome.name();
  }
}
