package io.talaria.dev.bench.measure;

import io.talaria.dev.bench.ground.JournalStatistics;
import java.util.List;

/** Journeys that exist as rows of the journal alone: a candidate who was asked and is silent. */
final class OpenRows {
  private static final String ACCOUNT = "'00000000-0000-0000-0000-000000000001'::uuid";

  private final JournalStatistics journal;
  private final String numberId;
  private int made;

  OpenRows(JournalStatistics journal, String numberId) {
    this.journal = journal;
    this.numberId = numberId;
  }

  /** Ids follow from the number, so that tables can be filled one after the other. */
  void growTo(int count) {
    if (count <= made) {
      return;
    }
    String of = " from generate_series(" + (made + 1) + ", " + count + ") i";
    String ago = "now() - (i % 14400) * interval '1 minute'";
    journal.run(
        List.of(
            "insert into candidate (id, account_id, country, next_seq, created_at) select "
                + id("c")
                + ", "
                + ACCOUNT
                + ", 'BR', 2, "
                + ago
                + of,
            "insert into contact_alias (id, account_id, candidate_id, channel, kind, value_token,"
                + " sealed_value) select "
                + id("a")
                + ", "
                + ACCOUNT
                + ", "
                + id("c")
                + ", 'whatsapp', 'phone', '998' || i, convert_to('998' || i, 'UTF8')"
                + of,
            "insert into brake (candidate_id, account_id) select " + id("c") + ", " + ACCOUNT + of,
            "insert into journey (id, account_id, candidate_id, number_id, definition_name, plan,"
                + " run_id, generation, revision, stage, step, language, silent_since,"
                + " window_until, sealed_last_text, last_author, last_at, started_at, moved_at)"
                + " select "
                + id("j")
                + ", "
                + ACCOUNT
                + ", "
                + id("c")
                + ", '"
                + numberId
                + "', 'bench', 1, 'row', 1, 1, 'stage_' || (1 + i % 4), 's1_q1', 'en', "
                + ago
                + ", "
                + ago
                + " + interval '24 hours', convert_to('How would you rate this?',"
                + " 'UTF8'), 'BOT', "
                + ago
                + ", "
                + ago
                + ", "
                + ago
                + of,
            message("1", "IN", "CANDIDATE", "text", "null", ago, of),
            message("2", "OUT", "BOT", "button", "'row:' || i", ago, of),
            "insert into send_intent (key, account_id, candidate_id, journey_id, number_id, author,"
                + " state, epoch, sealed_content, wamid, status, created_at) select 'row:' || i, "
                + ACCOUNT
                + ", "
                + id("c")
                + ", "
                + id("j")
                + ", '"
                + numberId
                + "', 'BOT', 'SENT', 0, convert_to('{}', 'UTF8'), 'wamid.row' || i, 'delivered', "
                + ago
                + of,
            "insert into event (account_id, candidate_id, journey_id, type, cause, at,"
                + " sealed_body) select "
                + ACCOUNT
                + ", "
                + id("c")
                + ", "
                + id("j")
                + ", 'MessageReceived', 'row:' || i, "
                + ago
                + ", convert_to('{}', 'UTF8')"
                + of));
    journal.runAlone("vacuum analyze");
    made = count;
  }

  private String message(
      String seq, String way, String author, String kind, String key, String ago, String of) {
    return "insert into message (id, account_id, candidate_id, journey_id, number_id, seq,"
        + " direction, author, kind, sealed_text, intent_key, sent_at, recorded_at, signalled_at,"
        + " taken_in_at) select "
        + id("m" + seq)
        + ", "
        + ACCOUNT
        + ", "
        + id("c")
        + ", "
        + id("j")
        + ", '"
        + numberId
        + "', "
        + seq
        + ", '"
        + way
        + "', '"
        + author
        + "', '"
        + kind
        + "', convert_to('words', 'UTF8'), "
        + key
        + ", "
        + ago
        + ", "
        + ago
        + ", "
        + ago
        + ", "
        + ago
        + of;
  }

  private static String id(String what) {
    return "md5('row-" + what + "' || i)::uuid";
  }
}
