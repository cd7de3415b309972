package io.talaria.journal.listing;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The cities of open listings, for wishes that misspell one. A city that stands in a listing is
 * found by the index in any case; only for one that doesn't are the others looked at.
 */
final class KnownPlaces {
  /** Cities are hundreds; who misspells one of the last minute waits for it that long. */
  private static final Duration FRESH = Duration.ofMinutes(1);

  /** From one city to the next in the index job_listing_city: as many steps as there are cities. */
  private static final String CITIES =
      """
      with recursive city as (
        (select city_key as name from job_listing
         where account_id = :account and closed_at is null and city_key is not null
         order by city_key limit 1)
        union all
        select (select l.city_key from job_listing l
                where l.account_id = :account and l.closed_at is null and l.city_key > city.name
                order by l.city_key limit 1)
        from city where city.name is not null)
      select name from city where name is not null
      """;

  /** Indexes job_listing_city and job_listing_region: a region's name may stand for a city. */
  private static final String KNOWN =
      """
      select exists (select 1 from job_listing
                     where account_id = :account and closed_at is null and city_key = :city)
          or exists (select 1 from job_listing
                     where account_id = :account and closed_at is null and region_key = :city)
      """;

  private static final String IN_REGION =
      """
      select exists (select 1 from job_listing
                     where account_id = :account and closed_at is null
                       and city_key = :city and region_key = :region)
      """;

  private record Cities(long readAt, List<String> names) {}

  private final JdbcClient jdbc;
  private final ConcurrentMap<UUID, Cities> cities = new ConcurrentHashMap<>();

  KnownPlaces(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The place that was probably meant; the one told where that is known, or nothing is near. A city
   * of another region than the told one is not what was meant.
   */
  WishPlace meant(UUID accountId, WishPlace told) {
    String city = told.city();
    if (city == null || told.slips() == 0 || is(KNOWN, accountId, city, told)) {
      return told;
    }
    return told.near(names(accountId))
        .filter(near -> told.region() == null || is(IN_REGION, accountId, near, told))
        .map(near -> new WishPlace(near, told.region()))
        .orElse(told);
  }

  private boolean is(String question, UUID accountId, String city, WishPlace told) {
    return jdbc.sql(question)
        .param("account", accountId)
        .param("city", city)
        .param("region", told.region())
        .query(Boolean.class)
        .single();
  }

  private List<String> names(UUID accountId) {
    long now = System.nanoTime();
    return cities
        .compute(
            accountId,
            (id, known) ->
                known != null && now - known.readAt() < FRESH.toNanos()
                    ? known
                    : new Cities(now, read(id)))
        .names();
  }

  private List<String> read(UUID accountId) {
    return jdbc.sql(CITIES).param("account", accountId).query(String.class).list();
  }
}
