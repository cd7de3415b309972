package io.talaria.gateway;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sends of a journey, as the worker would have written them. */
public final class Sends {
  private static final UUID ACCOUNT = UUID.fromString("00000000-0000-0000-0000-000000000001");

  public final UUID candidate = UUID.randomUUID();
  public final UUID journey = UUID.randomUUID();
  private final JdbcClient jdbc;
  private int seq;

  public Sends(JdbcClient jdbc) {
    this.jdbc = jdbc;
    jdbc.sql("insert into candidate (id, account_id) values (?, ?)")
        .params(candidate, ACCOUNT)
        .update();
    jdbc.sql(
            """
            insert into journey (id, account_id, candidate_id, number_id, definition_name, plan, run_id,
                                 generation, stage, language)
            values (?, ?, ?, ?, 'tech-hiring', 1, 'run', 1, 'initial_contact', 'pt')
            """)
        .params(journey, ACCOUNT, candidate, Updates.NUMBER)
        .update();
  }

  /** An intent in this state; its key. A null {@code wamid} is one that nobody knows yet. */
  public String send(String state, String wamid, Instant acceptedAt) {
    String key = "msg:" + UUID.randomUUID() + "/0";
    jdbc.sql(
            """
            insert into send_intent (key, account_id, candidate_id, journey_id, number_id, author, state, epoch,
                                     sealed_content, wamid, not_after, sending_at)
            values (?, ?, ?, ?, ?, 'BOT', ?, 0,
                    '\\x00'::bytea || convert_to('{"type":"text","body":"Oi"}', 'UTF8'), ?, now() + interval '30 seconds', now())
            """)
        .params(key, ACCOUNT, candidate, journey, Updates.NUMBER, state, wamid)
        .update();
    jdbc.sql(
            """
            insert into message (id, account_id, candidate_id, journey_id, number_id, seq, direction, author, kind,
                                 wamid, intent_key, sent_at)
            values (?, ?, ?, ?, ?, ?, 'OUT', 'BOT', 'text', ?, ?, ?)
            """)
        .params(
            UUID.randomUUID(),
            ACCOUNT,
            candidate,
            journey,
            Updates.NUMBER,
            ++seq,
            wamid,
            key,
            acceptedAt.atOffset(ZoneOffset.UTC))
        .update();
    if (state.equals("UNCERTAIN")) {
      jdbc.sql("update journey set uncertain_sends = uncertain_sends + 1 where id = ?")
          .param(journey)
          .update();
    }
    return key;
  }

  /** The time in which the request may leave is over. */
  public void expire(String key) {
    jdbc.sql("update send_intent set not_after = now() - interval '1 second' where key = ?")
        .param(key)
        .update();
  }
}
