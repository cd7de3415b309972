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
import io.talaria.port.Delivery.Author;
import io.talaria.port.Journal;
import io.talaria.port.Journal.Brake;
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

/** The journal's own statements on PostgreSQL. */
record JournalRows(
    Statements sql,
    UUID account,
    UUID candidate,
    JourneyState opened,
    String number,
    Map<String, Long> begun)
    implements Rows {
  /** So short that a waiting takeover doesn't take seconds; by the database's clock. */
  private static final Duration WITHIN = Duration.ofMillis(25);

  /** The beans that have the statements. */
  record Statements(
      io.talaria.journal.takeover.Brakes raising,
      RequestedTakeovers requested,
      Brakes brakes,
      TakeoverReceipts receipts,
      Intents intents,
      JourneyWrites writes,
      Journeys journeys) {}

  JournalRows(Statements sql, UUID account, UUID candidate, JourneyState opened, String number) {
    this(sql, account, candidate, opened, number, new HashMap<>());
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
    return goneOn(sql.journeys().open(open), opened);
  }

  @Override
  public String begin(String key, long epoch, Author author) {
    // Taken before the row's own clock, as a sender's deadline is.
    long now = System.nanoTime();
    return switch (sql.intents().begin(delivery(key, epoch, author), WITHIN, false)) {
      case Beginning.Call call -> {
        begun.put(key, now);
        yield "CALL";
      }
      case Beginning.Answer answer -> state(answer.delivered().outcome());
      case Beginning.UnderWay underWay -> "SENDING";
    };
  }

  @Override
  public boolean mayLeave(String key) {
    return System.nanoTime() - begun.get(key) < WITHIN.toNanos();
  }

  @Override
  public String finish(String key, long epoch, Author author, String outcome) {
    CallOutcome came =
        switch (outcome) {
          case "SENT" -> new CallOutcome.Accepted("wamid." + candidate + key);
          case "QUEUED" -> new CallOutcome.Refused(null, "TRANSIENT", "not left", true);
          default -> new CallOutcome.Unknown("no answer");
        };
    return state(sql.intents().finish(delivery(key, epoch, author), came).outcome());
  }

  @Override
  public Written record(JourneyWrite write) {
    return sql.writes().write(write);
  }

  private Delivery delivery(String key, long epoch, Author author) {
    return new Delivery(
        account,
        candidate,
        opened.journeyId(),
        number,
        epoch,
        key,
        0,
        author,
        null,
        new Outbound.Text("words"),
        null,
        false,
        null);
  }

  private static String state(Outcome outcome) {
    return outcome == Outcome.DEFERRED ? "QUEUED" : outcome.name();
  }
}
