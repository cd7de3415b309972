package io.talaria.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journal.Sealed;
import io.talaria.journal.TestDatabase;
import io.talaria.journal.definition.Definitions;
import io.talaria.journal.definition.Published;
import io.talaria.journal.journey.Journeys;
import io.talaria.journal.takeover.Brakes;
import io.talaria.journal.takeover.Brakes.Raised;
import io.talaria.journal.takeover.Brakes.Wish;
import io.talaria.journey.Hold;
import io.talaria.journey.JourneyState;
import io.talaria.journey.JourneyState.Inbox;
import io.talaria.journey.JourneyState.Talk;
import io.talaria.journey.Outgoing;
import io.talaria.journey.Silence;
import io.talaria.port.Delivery;
import io.talaria.port.Delivery.Author;
import io.talaria.port.Delivery.Basis;
import io.talaria.port.Delivery.Claim;
import io.talaria.port.Journal;
import io.talaria.port.JourneyEvent;
import io.talaria.port.JourneyWrite;
import io.talaria.port.Kept;
import io.talaria.port.Outbound;
import io.talaria.port.Proposal;
import io.talaria.port.Proposal.Decision;
import io.talaria.port.TurnKey;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole worker on a real database, with Temporal away and its neighbours faked. */
@SpringBootTest(
    classes = WorkerApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.NONE)
@ActiveProfiles("demo")
public abstract class World {
  protected static final UUID ACCOUNT = UUID.fromString("00000000-0000-0000-0000-000000000001");
  protected static final String NUMBER = "106540352242922";
  protected static final FakeHttp GRAPH = new FakeHttp();
  protected static final FakeHttp SLACK = new FakeHttp();
  protected static final FakeHttp DISPATCHER = new FakeHttp();
  private static final Instant SAID = now();
  private static final String DATABASE = TestDatabase.newUrl();

  @Autowired protected JdbcClient jdbc;
  @Autowired protected Sealed sealed;
  @Autowired private Brakes takeovers;
  @Autowired protected Journeys journeys;
  @Autowired protected Definitions definitions;

  @DynamicPropertySource
  static void neighbours(DynamicPropertyRegistry properties) {
    properties.add("spring.datasource.url", () -> DATABASE);
    properties.add("spring.datasource.username", () -> "postgres");
    properties.add("spring.datasource.password", () -> "postgres");
    properties.add("talaria.whatsapp.graph-base-url", GRAPH::url);
    properties.add("talaria.bots.http.dispatcher.url", () -> DISPATCHER.url() + "/turns");
    properties.add("talaria.bots.http.dispatcher.timeout", () -> "1s");
    properties.add("talaria.bots.http.dispatcher.patience", () -> "1s");
    properties.add("talaria.slack.base-url", () -> SLACK.url() + "/api/");
    properties.add("spring.temporal.connection.target", () -> "127.0.0.1:1");
    properties.add("talaria.worker.reap-every", () -> "1h");
    // All tests share one number.
    properties.add("talaria.whatsapp.rest", () -> "0s");
    properties.add("talaria.worker.look-for-untold-alerts-every", () -> "1h");
    properties.add("talaria.worker.look-for-held-numbers-every", () -> "1h");
    properties.add("talaria.media.look-every", () -> "1h");
  }

  /** A candidate with an open journey and one message that waits for an answer. */
  protected record Ana(UUID candidate, Journal.Opened journey, UUID message, String runId) {}

  protected Ana ana() {
    return ana("+5511" + (long) (Math.random() * 1_000_000_000L));
  }

  protected Ana ana(String phone) {
    jdbc.sql(
            """
            insert into number (id, account_id, definition_name) values (:id, :account, 'tech-hiring')
            on conflict do nothing
            """)
        .param("id", NUMBER)
        .param("account", ACCOUNT)
        .update();
    UUID candidate = UUID.randomUUID();
    jdbc.sql(
            """
            insert into candidate (id, account_id, sealed_name, country) values (:id, :account, :name, 'BR')
            """)
        .param("id", candidate)
        .param("account", ACCOUNT)
        .param("name", sealed.text(candidate, "Ana Souza"))
        .update();
    alias(candidate, "phone", phone);
    UUID message = says(candidate, "oi");
    String runId = UUID.randomUUID().toString();
    Journal.Opened opened =
        journeys.open(
            new Journal.Open(
                ACCOUNT, candidate, "tech-hiring", NUMBER, "BR", runId, List.of(message), null));
    return new Ana(candidate, opened, message, runId);
  }

  protected void alias(UUID candidate, String kind, String value) {
    jdbc.sql(
            """
            insert into contact_alias (id, account_id, candidate_id, channel, kind, value_token, sealed_value)
            values (:id, :account, :candidate, 'whatsapp', :kind, :value, :sealed)
            """)
        .param("id", UUID.randomUUID())
        .param("account", ACCOUNT)
        .param("candidate", candidate)
        .param("kind", kind)
        .param("value", value)
        .param("sealed", sealed.text(candidate, value))
        .update();
  }

  protected UUID says(UUID candidate, String text) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            with place as (update candidate set next_seq = next_seq + 1 where id = :candidate returning next_seq)
            insert into message (id, account_id, candidate_id, number_id, seq, direction, author, kind,
                                 sealed_text, wamid, sent_at)
            select :id, :account, :candidate, :number, next_seq, 'IN', 'CANDIDATE', 'text', :text, :wamid, now()
            from place
            """)
        .param("id", id)
        .param("account", ACCOUNT)
        .param("candidate", candidate)
        .param("number", NUMBER)
        .param("text", sealed.text(candidate, text))
        .param("wamid", "wamid.in-" + id)
        .update();
    return id;
  }

  protected JourneyState state(Ana ana, long revision) {
    return new JourneyState(
        ana.journey().journeyId(),
        ana.journey().generation(),
        revision,
        ana.journey().plan(),
        NUMBER,
        new Talk(ana.journey().language(), "initial_contact", "role", 0, Map.of(), true),
        new Inbox(1, List.of(), List.of()),
        new Hold(ana.journey().epoch(), null),
        new Silence(SAID, SAID, "key", null, 0, false, false, 0, 0),
        null,
        null,
        List.of(),
        null,
        Outgoing.NOTHING);
  }

  protected JourneyWrite write(Ana ana, JourneyState state, JourneyEvent... events) {
    return new JourneyWrite(
        ACCOUNT, ana.candidate(), state, List.of(ana.message()), List.of(events));
  }

  protected Proposal proposal(Ana ana, String text) {
    return new Proposal(
        List.of(ana.message()),
        List.of(new Outbound.Text(text)),
        Map.of(),
        ana.journey().language(),
        "initial_contact",
        "role",
        0,
        null,
        null,
        new Decision("script", "v1.0", "initial_contact › greeting", 1));
  }

  /** Ana has written something else, which is what will be answered. */
  protected Ana writes(Ana ana, String text) {
    return new Ana(ana.candidate(), ana.journey(), says(ana.candidate(), text), ana.runId());
  }

  /** The bot's answer to what the candidate wrote. */
  protected Delivery reply(Ana ana, String text) {
    return reply(ana, text, null);
  }

  /** The same, made from what the journey was then. */
  protected Delivery reply(Ana ana, String text, Basis basis) {
    String turn = TurnKey.ofMessage(ana.message());
    Claim claim = new Claim(turn, List.of(ana.message()), proposal(ana, text), basis);
    return delivery(ana, TurnKey.bubble(turn, 0), Author.BOT, ana.journey().epoch(), text, claim);
  }

  /** A reply to two messages, of which the first names its turn. */
  protected Delivery answering(Ana ana, String text, UUID named, UUID other) {
    Proposal first = proposal(ana, text);
    var proposal =
        new Proposal(
            List.of(named, other),
            first.messages(),
            first.answers(),
            first.language(),
            first.stage(),
            first.step(),
            first.misses(),
            first.ending(),
            first.needsHuman(),
            first.decision());
    String turn = TurnKey.ofMessage(named);
    var claim = new Delivery.Claim(turn, proposal.inputIds(), proposal);
    return delivery(ana, TurnKey.bubble(turn, 0), Author.BOT, ana.journey().epoch(), text, claim);
  }

  protected Delivery delivery(
      Ana ana, String key, Author author, long epoch, String text, Claim claim) {
    return new Delivery(
        ACCOUNT,
        ana.candidate(),
        ana.journey().journeyId(),
        NUMBER,
        epoch,
        key,
        0,
        author,
        null,
        new Outbound.Text(text),
        claim,
        false,
        author == Author.BOT ? write(ana, state(ana, 1)) : null);
  }

  /** The bot's answer with something that the journal keeps of it. */
  protected Delivery keeping(
      Ana ana, Outbound content, Map<String, String> answers, Kept kept, JourneyState after) {
    String turn = TurnKey.ofMessage(ana.message());
    var proposal =
        new Proposal(
            List.of(ana.message()),
            List.of(content),
            answers,
            ana.journey().language(),
            "initial_contact",
            "role",
            0,
            null,
            null,
            new Decision("script", "v1.0", "kept", 1),
            null,
            null,
            null,
            null,
            null,
            List.of(kept));
    return new Delivery(
        ACCOUNT,
        ana.candidate(),
        ana.journey().journeyId(),
        NUMBER,
        ana.journey().epoch(),
        TurnKey.bubble(turn, 0),
        0,
        Author.BOT,
        null,
        content,
        new Claim(turn, List.of(ana.message()), proposal),
        false,
        write(ana, after));
  }

  protected UUID operator(String name) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into operator (id, account_id, email, name, role) values (:id, :account, :mail, :name, 'RECRUITER')
            """)
        .param("id", id)
        .param("account", ACCOUNT)
        .param("mail", id + "@example.org")
        .param("name", name)
        .update();
    return id;
  }

  /** Raises the brake of somebody whom nobody holds, as the console does; the takeover's id. */
  protected UUID raiseBrake(Ana ana, UUID operator) {
    return raiseBrake(ana, operator, null);
  }

  /** As {@link #raiseBrake}, whoever holds it. */
  protected UUID raiseBrakeFromHolder(Ana ana, UUID lead) {
    return raiseBrake(ana, lead, "férias");
  }

  private UUID raiseBrake(Ana ana, UUID operator, @Nullable String reason) {
    UUID takeover = UUID.randomUUID();
    var wish = new Wish(takeover, ACCOUNT, ana.candidate(), operator, reason != null, reason);
    assertThat(takeovers.raise(wish)).isInstanceOf(Raised.class);
    return takeover;
  }

  /** A send whose caller was killed in the call; nobody may send it any more. */
  protected void deadSend(Ana ana, Delivery delivery, Duration notAfterFromNow) {
    jdbc.sql(
            """
            insert into send_intent (key, account_id, candidate_id, journey_id, number_id, author, state,
                                     epoch, sealed_content, sending_at, not_after)
            values (:key, :account, :candidate, :journey, :number, 'BOT', 'SENDING', :epoch, :content,
                    now(), now() + make_interval(secs => :left))
            """)
        .param("key", delivery.key())
        .param("account", ACCOUNT)
        .param("candidate", ana.candidate())
        .param("journey", ana.journey().journeyId())
        .param("number", NUMBER)
        .param("epoch", delivery.epoch())
        .param("content", sealed.json(ana.candidate(), delivery.content()))
        .param("left", notAfterFromNow.toMillis() / 1000.0)
        .update();
  }

  protected <T> T column(Class<T> type, String sql, Object id) {
    return jdbc.sql(sql).param("id", id).query(type).single();
  }

  protected String intent(String key) {
    return column(String.class, "select state from send_intent where key = :id", key);
  }

  protected Map<String, Object> journeyRow(Ana ana) {
    return jdbc.sql("select * from journey where id = :id")
        .param("id", ana.journey().journeyId())
        .query()
        .singleRow();
  }

  protected Published techHiring() {
    return definitions.newest(ACCOUNT, "tech-hiring");
  }

  /** WhatsApp tells whole seconds. */
  protected static Instant now() {
    return Instant.ofEpochSecond(Instant.now().getEpochSecond());
  }

  protected static Instant instant(Object column) {
    return column instanceof OffsetDateTime time
        ? time.toInstant()
        : ((java.sql.Timestamp) column).toInstant();
  }
}
