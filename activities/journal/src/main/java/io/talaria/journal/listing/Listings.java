package io.talaria.journal.listing;

import io.talaria.journal.definition.Folded;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The listings of an account: written whole, by the client's own reference. */
@Component
public class Listings {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JdbcClient jdbc;

  Listings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What became of a listing that was said. */
  public enum Outcome {
    CREATED,
    CHANGED,
    UNCHANGED,
    REFUSED
  }

  /** Which listings a list shows. */
  public enum Shown {
    OPEN,
    CLOSED,
    ALL
  }

  /** Writes one listing. Said again as it is, nothing is written. */
  public Outcome put(UUID accountId, Listing.Said said) {
    return putAll(accountId, null, List.of(said)).getFirst();
  }

  /**
   * Writes listings whose references differ, in one statement; the outcomes are in their order. The
   * same listing again is UNCHANGED, and its row isn't touched. Who says it open opens it again.
   */
  List<Outcome> putAll(UUID accountId, @Nullable UUID importId, List<Listing.Said> all) {
    Map<String, Outcome> written = new HashMap<>();
    jdbc.sql(
            """
            insert into job_listing as l (id, account_id, reference, title, company, description, language,
              city, region, country, workplace, shifts, skills, must_haves, must_keys, link, opened_on,
              closes_on, closed_at, import_id)
            select gen_random_uuid(), :account::uuid, s.reference, s.title, s.company, s.description,
              s.language, s.city, s.region, s.country, s.workplace, s.shifts, s.skills, s.must_haves,
              s.must_keys, s.link, coalesce(s.opened_on, l.opened_on, current_date), s.closes_on,
              case when s.open then null else now() end,
              :import::uuid
            from jsonb_to_recordset(:all::jsonb) as s(reference text, title text, company text,
              description text, language text, city text, region text, country text, workplace text,
              shifts text[], skills text[], must_haves text[], must_keys text[], link text,
              opened_on date, closes_on date, open boolean)
            left join job_listing l on l.account_id = :account::uuid and l.reference = s.reference
            -- What is there already as it is said isn't written: its words would be worked out for nothing.
            where l.id is null
              or (l.title, l.company, l.description, l.language, l.city, l.region, l.country, l.workplace,
                  l.shifts, l.skills, l.must_haves, l.link, l.opened_on, l.closes_on, l.closed_at is null)
                is distinct from (s.title, s.company, s.description, s.language, s.city, s.region,
                  s.country, s.workplace, s.shifts, s.skills, s.must_haves, s.link,
                  coalesce(s.opened_on, l.opened_on), s.closes_on, s.open)
            on conflict (account_id, reference) do update set title = excluded.title,
              company = excluded.company, description = excluded.description, language = excluded.language,
              city = excluded.city, region = excluded.region, country = excluded.country,
              workplace = excluded.workplace, shifts = excluded.shifts, skills = excluded.skills,
              must_haves = excluded.must_haves, must_keys = excluded.must_keys, link = excluded.link,
              opened_on = excluded.opened_on, closes_on = excluded.closes_on,
              closed_at = case when excluded.closed_at is null then null
                               else coalesce(l.closed_at, excluded.closed_at) end,
              import_id = excluded.import_id, changed_at = now()
            where (l.title, l.company, l.description, l.language, l.city, l.region, l.country, l.workplace,
                l.shifts, l.skills, l.must_haves, l.link, l.opened_on, l.closes_on, l.closed_at is null)
              is distinct from (excluded.title, excluded.company, excluded.description, excluded.language,
                excluded.city, excluded.region, excluded.country, excluded.workplace, excluded.shifts,
                excluded.skills, excluded.must_haves, excluded.link, excluded.opened_on,
                excluded.closes_on, excluded.closed_at is null)
            returning reference, xmax = 0 as created
            """)
        .param("account", accountId.toString())
        .param("import", importId == null ? null : importId.toString())
        .param("all", JSON.writeValueAsString(all.stream().map(Listings::json).toList()))
        .query(
            (row, n) ->
                written.put(
                    row.getString("reference"),
                    row.getBoolean("created") ? Outcome.CREATED : Outcome.CHANGED))
        .list();
    var outcomes = new ArrayList<Outcome>();
    for (Listing.Said said : all) {
      outcomes.add(written.getOrDefault(said.reference(), Outcome.UNCHANGED));
    }
    return outcomes;
  }

  /** No longer offered. False, and nothing is changed, where no open listing has the reference. */
  public boolean close(UUID accountId, String reference) {
    return jdbc.sql(
                "update job_listing set closed_at = now(), changed_at = now() where account_id = ?"
                    + " and reference = ? and closed_at is null")
            .params(accountId, reference)
            .update()
        > 0;
  }

  /** By the client's own id. */
  public Optional<Listing> find(UUID accountId, String reference) {
    return jdbc.sql("select * from job_listing where account_id = ? and reference = ?")
        .params(accountId, reference)
        .query((row, n) -> ListingRow.read(row))
        .optional();
  }

  /** By our id, such as a match names it. */
  public Optional<Listing> find(UUID accountId, UUID id) {
    return jdbc.sql("select * from job_listing where account_id = ? and id = ?")
        .params(accountId, id)
        .query((row, n) -> ListingRow.read(row))
        .optional();
  }

  /**
   * One page, newest first (index {@code job_listing_newest}).
   *
   * @param search words that all stand in it, or its reference; empty for any
   */
  public List<Listing> page(UUID accountId, String search, Shown shown, int offset, int limit) {
    return jdbc.sql(
            "select l.* from job_listing l where "
                + condition(search, shown)
                + " order by l.opened_on desc, l.reference offset :offset limit :limit")
        .param("account", accountId.toString())
        .param("words", words(search))
        .param("reference", search.strip())
        .param("offset", offset)
        .param("limit", limit)
        .query((row, n) -> ListingRow.read(row))
        .list();
  }

  /** How many there are of those. */
  public int count(UUID accountId, String search, Shown shown) {
    return jdbc.sql("select count(*) from job_listing l where " + condition(search, shown))
        .param("account", accountId.toString())
        .param("words", words(search))
        .param("reference", search.strip())
        .query(Integer.class)
        .single();
  }

  /**
   * Counts in how many open listings each word stands, for the ranking's weights. After many
   * listings changed; until then new words count as rare ones. Two at once count one after the
   * other. The planner learns of the change at once, too: without, ranking over a first import took
   * five times as long until the database looked by itself, a minute later.
   */
  public void countWords(UUID accountId) {
    jdbc.sql(
            """
            with locked as materialized (
              select pg_advisory_xact_lock(hashtext('listing_word'), hashtext(:account))
            ), counted as materialized (
              select s.word, s.ndoc from locked, ts_stat(format(
                'select search from job_listing where account_id = %L and closed_at is null', :account)) s
            ), gone as (
              delete from listing_word w where w.account_id = :account::uuid
                and not exists (select 1 from counted c where c.word = w.word)
            )
            insert into listing_word as w (account_id, word, listings)
            select :account::uuid, word, ndoc from counted
            on conflict (account_id, word) do update set listings = excluded.listings
            where w.listings <> excluded.listings
            """)
        .param("account", accountId.toString())
        .update();
    jdbc.sql("analyze job_listing, listing_word").update();
  }

  /** Counts anew for every account whose number of open listings moved by more than a twentieth. */
  public void countWordsWhereStale() {
    jdbc.sql(
            """
            select l.account_id from job_listing l
            left join listing_word w on w.account_id = l.account_id and w.word = '@' || l.account_id::text
            where l.closed_at is null
            group by l.account_id
            having abs(count(*) - coalesce(max(w.listings), 0)) * 20 > count(*)
            """)
        .query(UUID.class)
        .list()
        .forEach(this::countWords);
  }

  /** Each half of the listings has its index of words; both together are asked side by side. */
  private static String condition(String search, Shown shown) {
    String open = "l.closed_at is null";
    String closed = "l.closed_at is not null";
    String either =
        switch (shown) {
          case OPEN -> found(open, search);
          case CLOSED -> found(closed, search);
          case ALL -> "(" + found(open, search) + " or " + found(closed, search) + ")";
        };
    return "l.account_id = :account::uuid and " + either;
  }

  private static String found(String half, String search) {
    return search.isBlank()
        ? half
        : """
        (HALF and (l.reference = :reference or l.search @@ (
          select ('''@' || :account::text || '''')::tsquery
            && string_agg('(' || listing_query(w.word, '')::text || ')', ' & ')::tsquery
          from unnest(:words::text[]) w(word))))\
        """
            .replace("HALF", half);
  }

  private static String[] words(String search) {
    return WishWords.all(search).toArray(String[]::new);
  }

  private static Map<String, @Nullable Object> json(Listing.Said said) {
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("reference", said.reference());
    row.put("title", said.title());
    row.put("company", said.company());
    row.put("description", said.description());
    row.put("language", said.language());
    row.put("city", said.city());
    row.put("region", said.region());
    row.put("country", said.country());
    row.put("workplace", said.workplace().name());
    row.put("shifts", said.shifts().stream().map(Enum::name).toList());
    row.put("skills", said.skills());
    row.put("must_haves", said.mustHaves());
    row.put("must_keys", said.mustHaves().stream().map(Folded::of).toList());
    row.put("link", said.link());
    row.put("opened_on", said.openedOn() == null ? null : said.openedOn().toString());
    row.put("closes_on", said.closesOn() == null ? null : said.closesOn().toString());
    row.put("open", said.open());
    return row;
  }
}
