package io.talaria.journal.reading;

import io.talaria.journal.Sealed;
import io.talaria.journal.listing.Reason;
import io.talaria.journal.reading.Card.Meeting;
import io.talaria.journal.reading.Card.Offered;
import io.talaria.journal.reading.Card.OfferedListing;
import io.talaria.port.Kept;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a journey came to beside its words: times of interviews, listings that were offered. */
@Component
class Appointed {
  /** A question that is asked again offers again; older ones are not looked at. */
  private static final int MOST = 200;

  private final JdbcClient jdbc;
  private final Sealed sealed;

  Appointed(JdbcClient jdbc, Sealed sealed) {
    this.jdbc = jdbc;
    this.sealed = sealed;
  }

  /** By index interview_booking_journey. */
  List<Meeting> meetings(UUID journeyId) {
    return jdbc.sql(
            """
            select b.step, b.at, c.zone from interview_booking b
            join candidate c on c.id = b.candidate_id
            where b.journey_id = :journey and b.released_at is null order by b.at
            """)
        .param("journey", journeyId)
        .query(
            (row, n) ->
                new Meeting(row.getString("step"), Times.known(row, "at"), row.getString("zone")))
        .list();
  }

  /**
   * Of each step what was offered last, and what was chosen of an earlier offer, since an old row
   * stays tappable.
   */
  List<Offered> offers(UUID candidateId, UUID journeyId, Map<String, String> answers) {
    var byStep = new LinkedHashMap<String, List<Row>>();
    for (Row row : rows(candidateId, journeyId)) {
      byStep.computeIfAbsent(row.step(), step -> new ArrayList<>()).add(row);
    }
    var offers = new ArrayList<Offered>();
    byStep.forEach(
        (step, rows) -> {
          String chosen = answers.get(step);
          Row newest = rows.getFirst();
          var listings = new ArrayList<OfferedListing>();
          rows.stream()
              .filter(row -> row.turn().equals(newest.turn()))
              .map(Row::listing)
              .forEach(listings::add);
          rows.stream()
              .map(Row::listing)
              .filter(listing -> listing.id().toString().equals(chosen))
              .filter(listing -> listings.stream().noneMatch(l -> l.id().equals(listing.id())))
              .findFirst()
              .ifPresent(listings::add);
          offers.add(new Offered(step, newest.at(), chosen, List.copyOf(listings)));
        });
    offers.sort(Comparator.comparing(Offered::at));
    return List.copyOf(offers);
  }

  private record Row(String turn, String step, Instant at, OfferedListing listing) {}

  /**
   * Newest first, by index listing_offer_journey. What was refused was not offered: send_intent
   * tells by its index on the candidate whether something of the turn left, or may have.
   */
  private List<Row> rows(UUID candidateId, UUID journeyId) {
    return jdbc.sql(
            """
            select o.* from listing_offer o
            where o.journey_id = :journey
              and exists (select 1 from send_intent s
                where s.candidate_id = :candidate and s.turn_key = o.turn_key
                  and s.state in ('QUEUED', 'SENDING', 'UNCERTAIN', 'SENT'))
            order by o.offered_at desc, o.rank limit :most
            """)
        .param("journey", journeyId)
        .param("candidate", candidateId)
        .param("most", MOST)
        .query((row, n) -> row(candidateId, row))
        .list();
  }

  private Row row(UUID candidateId, ResultSet row) throws SQLException {
    Kept.Listed kept = sealed.json(candidateId, row.getBytes("sealed_grounds"), Kept.Listed.class);
    return new Row(
        row.getString("turn_key"),
        row.getString("step"),
        Times.known(row, "offered_at"),
        new OfferedListing(
            row.getObject("listing_id", UUID.class),
            row.getString("reference"),
            row.getString("title"),
            row.getString("company"),
            row.getString("place"),
            row.getString("link"),
            kept.grounds().stream().map(Appointed::reason).filter(r -> r != null).toList()));
  }

  /** Null for a code that a newer build wrote. */
  private static @Nullable Reason reason(Kept.Ground ground) {
    for (Reason.Code code : Reason.Code.values()) {
      if (code.name().equals(ground.code())) {
        return new Reason(code, ground.value(), 0, ground.values());
      }
    }
    return null;
  }
}
