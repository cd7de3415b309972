package io.talaria.journal.listing;

import io.talaria.journal.listing.ImportProgress.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Imports as they run and as they ended, with the report of each row. */
@Component
public class Imports {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String READ =
      """
      select *, state = 'RUNNING' and touched_at < now() - interval '2 minutes' as interrupted
      from listing_import\
      """;

  private final JdbcClient jdbc;

  Imports(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The newest first (index {@code listing_import_newest}). */
  public List<ImportProgress> newest(UUID accountId, int limit) {
    return jdbc.sql(READ + " where account_id = ? order by started_at desc, id limit ?")
        .params(accountId, limit)
        .query(Imports::read)
        .list();
  }

  public Optional<ImportProgress> find(UUID accountId, UUID id) {
    return jdbc.sql(READ + " where account_id = ? and id = ?")
        .params(accountId, id)
        .query(Imports::read)
        .optional();
  }

  /**
   * A page of the report, in the order of the file.
   *
   * @param refusedOnly by the index {@code listing_import_row_refused}
   * @param after the last line of the page before; 0 for the first page
   */
  public List<ImportedRow> rows(
      UUID accountId, UUID id, boolean refusedOnly, int after, int limit) {
    return jdbc.sql(
            "select * from listing_import_row where import_id = ? and account_id = ? and line > ?"
                + (refusedOnly ? " and outcome = 'REFUSED'" : "")
                + " order by line limit ?")
        .params(id, accountId, after, limit)
        .query(Imports::row)
        .list();
  }

  void begin(
      UUID accountId, UUID id, String file, String askedBy, boolean closeMissing, long bytes) {
    jdbc.sql(
            "insert into listing_import (id, account_id, file_name, asked_by, close_missing, state,"
                + " bytes_total) values (?, ?, ?, ?, ?, 'RUNNING', ?)")
        .params(id, accountId, file, askedBy, closeMissing, bytes)
        .update();
  }

  void encoded(UUID id, String encoding) {
    jdbc.sql("update listing_import set encoding = ? where id = ?").params(encoding, id).update();
  }

  /** Adds a batch's rows to the report and to the sums. */
  void report(UUID accountId, UUID id, List<ImportedRow> rows, long bytesRead) {
    jdbc.sql(
            """
            with reported as (
              insert into listing_import_row (import_id, line, account_id, reference, outcome, reason,
                reason_values)
              select :id::uuid, r.line, :account::uuid, r.reference, r.outcome, r.reason,
                coalesce(r.reason_values, '{}')
              from jsonb_to_recordset(:rows::jsonb) as r(line integer, reference text, outcome text,
                reason text, reason_values text[])
              returning outcome
            )
            update listing_import i set bytes_read = :bytes, touched_at = now(),
              rows_read = i.rows_read + s.all_rows, created = i.created + s.created,
              changed = i.changed + s.changed, unchanged = i.unchanged + s.unchanged,
              refused = i.refused + s.refused
            from (select count(*)::integer as all_rows,
                count(*) filter (where outcome = 'CREATED')::integer as created,
                count(*) filter (where outcome = 'CHANGED')::integer as changed,
                count(*) filter (where outcome = 'UNCHANGED')::integer as unchanged,
                count(*) filter (where outcome = 'REFUSED')::integer as refused from reported) s
            where i.id = :id::uuid
            """)
        .param("id", id.toString())
        .param("account", accountId.toString())
        .param("bytes", bytesRead)
        .param("rows", JSON.writeValueAsString(rows.stream().map(Imports::json).toList()))
        .update();
  }

  /** Closes open listings that no row of the file names, refused ones included. */
  void closeMissing(UUID accountId, UUID id) {
    jdbc.sql(
            """
            with closed as (
              update job_listing l set closed_at = now(), changed_at = now(), import_id = :id::uuid
              where l.account_id = :account::uuid and l.closed_at is null
                and not exists (select 1 from listing_import_row r
                                where r.import_id = :id::uuid and r.reference = l.reference)
              returning 1
            )
            update listing_import set closed = (select count(*) from closed) where id = :id::uuid
            """)
        .param("id", id.toString())
        .param("account", accountId.toString())
        .update();
  }

  /** A no-op for one that has ended. */
  void end(UUID id, @Nullable Refusal problem) {
    jdbc.sql(
            "update listing_import set state = ?, problem = ?, problem_values = ?, touched_at ="
                + " now(), ended_at = now(), bytes_read = case when ? then bytes_total else"
                + " bytes_read end where id = ? and state = 'RUNNING'")
        .param(problem == null ? "DONE" : "FAILED")
        .param(problem == null ? null : problem.code())
        .param(problem == null ? new String[0] : problem.values().toArray(String[]::new))
        .param(problem == null)
        .param(id)
        .update();
  }

  private static Map<String, @Nullable Object> json(ImportedRow row) {
    Map<String, @Nullable Object> shape = new HashMap<>();
    shape.put("line", row.line());
    shape.put("reference", row.reference());
    shape.put("outcome", row.outcome().name());
    Refusal refusal = row.refusal();
    shape.put("reason", refusal == null ? null : refusal.code());
    shape.put("reason_values", refusal == null ? null : refusal.values());
    return shape;
  }

  private static ImportedRow row(ResultSet row, int number) throws SQLException {
    return new ImportedRow(
        row.getInt("line"),
        row.getString("reference"),
        Listings.Outcome.valueOf(row.getString("outcome")),
        refusal(row, "reason"));
  }

  private static ImportProgress read(ResultSet row, int number) throws SQLException {
    OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
    return new ImportProgress(
        Objects.requireNonNull(row.getObject("id", UUID.class)),
        Objects.requireNonNull(row.getString("file_name")),
        Objects.requireNonNull(row.getString("asked_by")),
        row.getBoolean("close_missing"),
        row.getBoolean("interrupted") ? State.INTERRUPTED : State.valueOf(row.getString("state")),
        refusal(row, "problem"),
        row.getString("encoding"),
        row.getLong("bytes_total"),
        row.getLong("bytes_read"),
        row.getInt("rows_read"),
        row.getInt("created"),
        row.getInt("changed"),
        row.getInt("unchanged"),
        row.getInt("refused"),
        row.getInt("closed"),
        Objects.requireNonNull(row.getObject("started_at", OffsetDateTime.class)).toInstant(),
        ended == null ? null : ended.toInstant());
  }

  private static @Nullable Refusal refusal(ResultSet row, String column) throws SQLException {
    String code = row.getString(column);
    return code == null ? null : new Refusal(code, ListingRow.strings(row, column + "_values"));
  }
}
