package io.talaria.journal.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journal.SampleJournal;
import io.talaria.journal.inbox.Forwarding;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What is done for each message, or each second, costs the same among many open journeys as among
 * few. Told from the rows that PostgreSQL reads, not from times, which hang on the machine.
 */
class ManyJourneysTest extends JournalReading {
  private static final int MANY = Integer.getInteger("talaria.test.journeys", 4_000);

  /** Rows of one table read by this connection and not yet told to the server's statistics. */
  private static final String READ =
      """
      select coalesce(sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0)), 0)
      from pg_stat_xact_user_tables where relname = :table
      """;

  @Autowired QueueCounts counts;
  @Autowired QueueReader queue;
  @Autowired Forwarding forwarding;
  @Autowired org.springframework.transaction.support.TransactionTemplate transaction;
  private UUID me;

  @BeforeEach
  void manyOpenJourneysOfWhomFewNeedSomething() {
    me = journal.operator("me@talaria.example", "Camila Prado", "LEAD", "x");
    jdbc.sql(
            """
            insert into definition_version (account_id, name, plan, text_revision, yaml, plan_hash, text_hash)
            select account_id, definition_name, 1, 0, '-', '-', '-' from number on conflict do nothing
            """)
        .update();
    jdbc.sql(
            """
            insert into candidate (id, account_id)
            select gen_random_uuid(), :account from generate_series(1, :many)
            """)
        .param("account", SampleJournal.ACCOUNT)
        .param("many", MANY)
        .update();
    jdbc.sql(
            """
            insert into journey (id, account_id, candidate_id, number_id, definition_name, plan, run_id,
                                 generation, stage, language, needs_human, at_risk_since, uncertain_sends,
                                 owner_id, mode, silent_since, waiting_since, review_since)
            select gen_random_uuid(), account_id, id, :number, 'tech-hiring', 1, 'run', 1, 'initial_contact',
                   'pt-BR', case when n <= 5 then 'asked_for_person' end,
                   case when n between 6 and 10 then now() end, case when n between 11 and 15 then 1 else 0 end,
                   case when n between 16 and 20 then :me end,
                   case when n between 16 and 20 then 'HUMAN' else 'BOT' end, now(),
                   case when n between 21 and 25 then now() - interval '1 hour' end,
                   case when n between 26 and 30 then now() end
            from (select id, account_id, row_number() over () as n from candidate) c
            """)
        .param("number", SampleJournal.NUMBER)
        .param("me", me)
        .update();
    jdbc.sql(
            """
            insert into message (id, account_id, candidate_id, number_id, seq, direction, author, kind, wamid,
                                 sent_at, taken_in_at)
            select gen_random_uuid(), account_id, id, :number, seq, 'IN', 'CANDIDATE', 'text',
                   'wamid.' || id || seq, now(), case when n > 20 then now() end
            from (select id, account_id, row_number() over () as n from candidate) c
            cross join generate_series(1, 3) as seq
            """)
        .param("number", SampleJournal.NUMBER)
        .update();
    jdbc.sql("analyze").update();
  }

  @Test
  void each_tab_is_counted_from_its_own_few() {
    for (QueueTab tab : QueueTab.values()) {
      if (tab != QueueTab.ALL) {
        long read = rowsRead("journey", () -> count(tab));
        assertThat(read).as("rows read for %s", tab).isBetween(1L, 200L);
      }
    }
    assertThat(counts.mine(SampleJournal.ACCOUNT, me)).isEqualTo(5);
    assertThat(counts.of(SampleJournal.ACCOUNT, me))
        .containsEntry(QueueTab.UNASSIGNED, 15L)
        .containsEntry(QueueTab.ALL, (long) MANY);
  }

  @Test
  void who_completed_is_listed_without_reading_the_open_ones() {
    jdbc.sql(
            "update journey set status = 'COMPLETED', moved_at = now() - interval '1 day'"
                + " where id in (select id from journey limit 5)")
        .update();
    jdbc.sql("analyze journey").update();
    var completed =
        new QueueFilter(
            SampleJournal.ACCOUNT,
            me,
            QueueTab.ALL,
            "tech-hiring",
            null,
            null,
            QueueFilter.Part.COMPLETED,
            List.of());
    long read = rowsRead("journey", () -> assertThat(queue.page(completed, null, 50)).hasSize(5));
    assertThat(read).isLessThan(200);
  }

  @Test
  void the_sweep_for_open_messages_reads_the_open_ones_only() {
    long read = rowsRead("message", () -> assertThat(forwarding.due(500)).hasSize(20));
    assertThat(read).isLessThan(20 * 3 * 4);
  }

  @Test
  void leasing_reads_one_candidates_messages_only() {
    UUID candidate = forwarding.due(1).getFirst();
    long read = rowsRead("message", () -> assertThat(forwarding.lease(candidate)).hasSize(3));
    // Whatever the plan: 20 rows of the window, joined a few times.
    assertThat(read).isLessThan(200);
  }

  private void count(QueueTab tab) {
    jdbc.sql("select " + QueueCounts.counting(tab))
        .param("account", SampleJournal.ACCOUNT)
        .param("me", me)
        .query(Long.class)
        .single();
  }

  private long rowsRead(String table, Runnable what) {
    return transaction.execute(
        status -> {
          // What earlier transactions of the connection read may still be in it.
          long before = read(table);
          what.run();
          return read(table) - before;
        });
  }

  private long read(String table) {
    return jdbc.sql(READ).param("table", table).query(Long.class).single();
  }
}
