package io.talaria.journal.listing;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The statement that ranks listings by a wish, in two forms that differ in how listings are found.
 *
 * <p>{@link #BY_WORDS} takes listings that a word of the wish stands in, by the index {@code
 * job_listing_search}. Its rarest words find, as long as they stand in 3,000 listings together; the
 * others only weigh ("soldador" finds, "experiência" doesn't): so about as many rows are valued
 * whatever is wished. A word weighs the more the fewer listings have it ({@code listing_word}). It
 * counts whole where title, skills, company or place have it, half where only the description does.
 *
 * <p>{@link #BY_THE_REST} is for when no word finds anything: it looks at the 800 newest listings
 * of the city, of the region and without a place (indexes {@code job_listing_city}, {@code
 * _region}, {@code _remote}), or of all where no place is wished ({@code _newest}). Where a word is
 * insisted on, those that have one count.
 *
 * <p>A region's name where a city is asked for is that region. Listings with a reason that the wish
 * refuses ({@link Wish#refused}) are dropped before the best are taken.
 *
 * <p>Found listings are valued within their row; texts are read for the few that are returned. The
 * order is that of the score, then the newest, then the client's reference: the same wish over the
 * same listings gives the same list. Measured over 50,000 listings, see docs/matching.md.
 */
final class RankingQuery {
  private static final String WORDS_VALUE =
      IntStream.rangeClosed(1, WishWords.MOST)
          .mapToObj(
              n ->
                  """
                  case when l.search @@ s.anywhere[%1$d]
                       then case when l.search @@ s.told[%1$d] then s.weight[%1$d] else s.weight[%1$d] / 2 end
                       else 0 end\
                  """
                      .formatted(n))
          .collect(Collectors.joining("\n          + "));

  private static final String SUITABLE =
      """
      l.account_id = :account::uuid and l.closed_at is null
          and (l.closes_on is null or l.closes_on >= current_date)
          and l.must_keys <@ :has::text[] and l.id <> all (:without::uuid[])\
      """;

  private static final String WISH =
      """
      with wished as materialized (
        select w.n, w.word, q.anywhere, q.told,
          ln(2 + a.listings / greatest(1, a.listings / 1000, f.listings)) as weight,
          sum(f.listings) over (order by f.listings, w.n) <= 3000 as finds
        from unnest(:words::text[]) with ordinality as w(word, n)
        cross join lateral (select listing_query(w.word, '') as anywhere,
                              listing_query(w.word, 'ABC') as told) q
        cross join (select coalesce(max(listings), 0)::float8 as listings from listing_word
                    where account_id = :account::uuid and word = '@' || :account::text) a
        cross join lateral (select coalesce(max(c.listings), 0) as listings from listing_word c
                            where c.account_id = :account::uuid
                              and c.word = any (tsvector_to_array(listing_lexemes('pt', w.word)
                                || listing_lexemes('es', w.word)
                                || listing_lexemes('en', w.word)))) f
        where q.anywhere is not null
      ), summed as materialized (
        select array_agg(anywhere order by n) as anywhere, array_agg(told order by n) as told,
          array_agg(weight order by n) as weight, sum(weight) as total,
          ('''@' || :account::text || '''')::tsquery
            && (string_agg(anywhere::text, ' | ') filter (where finds))::tsquery as finder
        from wished
      ), place as materialized (
        select :city::text as city,
          coalesce(:region::text, (select region_key from job_listing
                                   where account_id = :account::uuid and city_key = :city::text
                                     and closed_at is null
                                   order by opened_on desc, reference limit 1),
                                  (select region_key from job_listing
                                   where account_id = :account::uuid and region_key = :city::text
                                     and closed_at is null limit 1)) as region
      ), found as materialized (
        select l.id, l.city_key, l.region_key, l.workplace, l.shifts, l.opened_on, l.reference,
          coalesce((WORDS_VALUE) / s.total, 0) as words
        from summed s, FOUND
      ), valued as (
        select f.id, f.opened_on, f.reference, f.words,
          p.code as place_code, p.value as place_value, h.code as shift_code, h.value as shift_value,
          o.code as workplace_code, o.value as workplace_value,
          round(((f.words * :words_weight::float8 + p.value * :place_weight::float8
            + h.value * :shift_weight::float8 + o.value * :workplace_weight::float8)
            / :stated::float8)::numeric, 6) as score
        from found f
        cross join place w
        cross join lateral (values (
          case when f.workplace = 'REMOTE' then 1::float8 when f.city_key = w.city then 1
               when f.region_key = w.region then 0.6
               when f.city_key is null and f.region_key is null then 0.3 else 0 end,
          case when f.workplace = 'REMOTE' then 'REMOTE' when f.city_key = w.city then 'SAME_CITY'
               when f.region_key = w.region then 'SAME_REGION'
               when f.city_key is null and f.region_key is null then 'PLACE_UNKNOWN'
               else 'ELSEWHERE' end)) p(value, code)
        cross join lateral (values (
          case when :shift::text = any (f.shifts) or 'FLEXIBLE' = any (f.shifts) then 1::float8
               when f.shifts = '{}' then 0.5 else 0 end,
          case when :shift::text = any (f.shifts) then 'SHIFT'
               when 'FLEXIBLE' = any (f.shifts) then 'SHIFT_FLEXIBLE'
               when f.shifts = '{}' then 'SHIFT_UNKNOWN' else 'OTHER_SHIFT' end)) h(value, code)
        cross join lateral (values (
          case when f.workplace = :workplace::text then 1::float8
               when 'HYBRID' in (f.workplace, :workplace::text) then 0.5 else 0 end,
          case when f.workplace = :workplace::text then 'WORKPLACE'
               when 'HYBRID' in (f.workplace, :workplace::text) then 'WORKPLACE_PARTLY'
               else 'OTHER_WORKPLACE' end)) o(value, code)
      ), best as materialized (
        select * from valued
        where not array[place_code, shift_code, workplace_code]::text[] && :refused::text[]
        order by score desc, opened_on desc, reference limit :limit
      )
      select l.*, b.words as words_value, b.place_code, b.place_value, b.shift_code, b.shift_value,
        b.workplace_code, b.workplace_value, b.score::float8 as score,
        array(select w.word from wished w where l.search @@ w.anywhere order by w.n) as matched
      from best b join job_listing l on l.id = b.id
      order by b.score desc, b.opened_on desc, b.reference
      """
          .replace("WORDS_VALUE", WORDS_VALUE);

  static final String BY_WORDS =
      WISH.replace(
          "FOUND",
          """
          job_listing l
          where SUITABLE
          and l.search @@ (select finder from summed)\
          """
              .replace("SUITABLE", SUITABLE));

  static final String BY_THE_REST =
      WISH.replace(
          "FOUND",
          """
            (
            (select * from job_listing
             where account_id = :account::uuid and closed_at is null
               and city_key = (select city from place)
             order by opened_on desc, reference limit 800)
            union all
            (select * from job_listing
             where account_id = :account::uuid and closed_at is null
               and region_key = (select region from place)
               and city_key is distinct from (select city from place)
             order by opened_on desc, reference limit 800)
            union all
            (select * from job_listing
             where account_id = :account::uuid and closed_at is null and workplace = 'REMOTE'
               and (select coalesce(city, region) is not null from place)
               and city_key is distinct from (select city from place)
               and region_key is distinct from (select region from place)
             order by opened_on desc, reference limit 800)
            union all
            (select * from job_listing
             where account_id = :account::uuid and closed_at is null
               and (select coalesce(city, region) is null from place)
             order by opened_on desc, reference limit 800)) l
          where SUITABLE
            and (:rest or (:more and s.anywhere is null) or l.search @@ any (s.anywhere))\
          """
              .replace("SUITABLE", SUITABLE));

  private RankingQuery() {}
}
