package io.talaria.gateway.inbox;

import io.talaria.definition.Plan;
import io.talaria.gateway.Sends;
import io.talaria.gateway.Updates;
import io.talaria.journal.journey.JourneyWrites;
import io.talaria.journey.Hold;
import io.talaria.journey.JourneyState;
import io.talaria.journey.Outgoing;
import io.talaria.journey.Silence;
import io.talaria.port.JourneyWrite;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * People and sends of their own, in a journal that others share, so that one set of deliveries can
 * be told twice, each time as if for the first time.
 */
final class Ground {
  static final long AT = 1_750_000_000L;
  static final int PEOPLE = 3;

  /** One accepted, one uncertain, one whose caller died, one that nobody here knows. */
  static final int SENDS = 4;

  private static final int NOBODYS = 3;
  private static final UUID ACCOUNT = UUID.fromString("00000000-0000-0000-0000-000000000001");

  private final JdbcClient jdbc;
  private final Sends sends;
  private final List<String> phones;
  private final String run = UUID.randomUUID().toString();
  private final Map<Integer, String> keys = new TreeMap<>();

  Ground(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.sends = new Sends(jdbc);
    this.phones = List.of(Updates.newPhone(), Updates.newPhone(), Updates.newPhone());
    Instant longAgo = Instant.ofEpochSecond(AT - 3600);
    keys.put(0, sends.send("SENT", wamid("send", 0, 0), longAgo));
    sentEvent(keys.get(0));
    keys.put(1, sends.send("UNCERTAIN", null, longAgo));
    keys.put(2, sends.send("SENDING", null, longAgo));
    sends.expire(keys.get(2));
  }

  Map<String, Object> json(Told told) {
    return switch (told) {
      case Told.Said said ->
          Updates.text(
              phones.get(said.who()),
              wamid("said", said.who(), said.n()),
              AT + said.second(),
              "mensagem " + said.n());
      case Told.Ticked ticked -> status(ticked);
      case Told.Nameless nameless ->
          Updates.text(phones.get(nameless.who()), null, AT + nameless.second(), "?");
    };
  }

  private Map<String, Object> status(Told.Ticked ticked) {
    Map<String, Object> status =
        Updates.status(
            wamid("send", ticked.send(), 0),
            ticked.tick(),
            AT + ticked.second(),
            keys.get(ticked.send()));
    return ticked.priced().isEmpty() ? status : Updates.priced(status, ticked.priced());
  }

  private String wamid(String kind, int one, int two) {
    return "wamid.%s-%s-%d-%d".formatted(run, kind, one, two);
  }

  Optional<UUID> candidate(int who) {
    return jdbc.sql("select candidate_id from contact_alias where value_token = ?")
        .param(phones.get(who))
        .query(UUID.class)
        .optional();
  }

  /** All that must not depend on how the deliveries came. */
  Map<String, Object> journal() {
    var all = new LinkedHashMap<String, Object>();
    for (int who = 0; who < PEOPLE; who++) {
      Optional<UUID> candidate = candidate(who);
      all.put("candidate " + who, candidate.isPresent());
      candidate.ifPresent(id -> person(all, id));
    }
    keys.forEach((send, key) -> send(all, send, key));
    all.put(
        "uncertain",
        jdbc.sql("select uncertain_sends from journey where id = ?")
            .param(sends.journey)
            .query(Integer.class)
            .single());
    all.put(
        "orphans",
        strings(
            "select status from orphan_status where wamid = ? order by status",
            wamid("send", NOBODYS, 0)));
    return all;
  }

  private void person(Map<String, Object> all, UUID candidate) {
    String who = "candidate " + phones.indexOf(phone(candidate));
    all.put(
        who + " said",
        strings(
            """
            select replace(wamid, ?, '') || ' ' || kind || ' ' || direction || ' ' || sent_at || ' '
              || convert_from(sealed_text, 'UTF8') from (
                select wamid, kind, direction, extract(epoch from sent_at)::bigint as sent_at,
                       substring(sealed_text from 2) as sealed_text
                from message where candidate_id = ?) m
            order by 1
            """,
            run,
            candidate));
    all.put(
        who + " seqs",
        strings("select seq::text from message where candidate_id = ? order by seq", candidate));
    all.put(
        who + " next seq", strings("select next_seq::text from candidate where id = ?", candidate));
    all.put(
        who + " events",
        strings(
            """
            select e.type || ' ' || replace(m.wamid, ?, '') from event e
            left join message m on 'message:' || m.id = e.cause
            where e.candidate_id = ? order by 1
            """,
            run,
            candidate));
  }

  private String phone(UUID candidate) {
    return strings("select value_token from contact_alias where candidate_id = ?", candidate)
        .getFirst();
  }

  private void send(Map<String, Object> all, int send, String key) {
    Map<String, Object> row =
        new TreeMap<>(
            jdbc.sql(
                    """
                    select i.state, i.status, i.delivered_at::text, i.read_at::text, i.failed_at::text,
                           i.error_code, i.billable, i.price_category, i.price_model, i.price_type,
                           replace(i.wamid, ?, '') as wamid, m.sent_at::text,
                           replace(m.wamid, ?, '') as shown_wamid
                    from send_intent i join message m on m.intent_key = i.key where i.key = ?
                    """)
                .params(run, run, key)
                .query()
                .singleRow());
    all.put("send " + send, row);
    all.put("send " + send + " events", strings("select type from event where cause = ?", key));
    // Facts on the way may differ: each told the truth of its moment. The last one must not, and
    // of what the journey saw accepted nothing needs to be told.
    List<String> told =
        strings(
            """
            select body ->> 'arrived' from journey_outbox where intent_key = ? and kind = 'SEND_SETTLED'
            order by created_at desc limit 1
            """,
            key);
    all.put("send " + send + " last told", send == 0 && told.isEmpty() ? List.of("true") : told);
  }

  /** Written with the acceptance, by whoever called. */
  private void sentEvent(String key) {
    jdbc.sql(
            """
            insert into event (account_id, candidate_id, journey_id, type, cause, at, sealed_body)
            values (?, ?, ?, 'MessageSent', ?, now(), '')
            """)
        .params(ACCOUNT, sends.candidate, sends.journey, key)
        .update();
  }

  List<String> strings(String sql, Object... params) {
    return jdbc.sql(sql).params(params).query(String.class).list();
  }

  List<UUID> untaken(UUID candidate) {
    return jdbc.sql(
            "select id from message where candidate_id = ? and taken_in_at is null order by seq")
        .param(candidate)
        .query(UUID.class)
        .list();
  }

  /** The journey writes that it has taken in whatever it was told. */
  void takeIn(UUID candidate, JourneyWrites writes) {
    UUID journey = UUID.randomUUID();
    jdbc.sql(
            """
            insert into journey (id, account_id, candidate_id, number_id, definition_name, plan, run_id,
                                 generation, stage, language)
            values (?, ?, ?, ?, 'tech-hiring', 1, 'run', 1, 'one', 'pt')
            """)
        .params(journey, ACCOUNT, candidate, Updates.NUMBER)
        .update();
    var plan =
        new Plan(
            "tech-hiring",
            1,
            List.of(new Plan.Stage("one", Map.of(), List.of())),
            List.of("pt"),
            new Plan.Words(List.of(), List.of()),
            new Plan.Times(
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                List.of(),
                Duration.ofDays(1),
                Duration.ofDays(1),
                Duration.ofDays(9),
                Duration.ofDays(30),
                null),
            false);
    var state =
        new JourneyState(
            journey,
            1,
            1,
            plan,
            Updates.NUMBER,
            new JourneyState.Talk("pt", "one", null, 0, Map.of(), true),
            new JourneyState.Inbox(0, List.of(), List.of()),
            new Hold(0, null),
            new Silence(null, null, null, null, 0, false, false, 0, 0),
            null,
            null,
            List.of(),
            List.of(),
            Outgoing.NOTHING);
    writes.write(new JourneyWrite(ACCOUNT, candidate, state, untaken(candidate), List.of()));
  }
}
