package io.talaria.journal.interview;

import io.talaria.journal.AtCommit;
import io.talaria.journey.JourneyState;
import io.talaria.journey.MessageReceived;
import io.talaria.journey.Outgoing.Saying;
import io.talaria.port.Delivery;
import io.talaria.port.JourneyWrite;
import io.talaria.port.Kept;
import io.talaria.port.TurnKey;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who has which time of an interview: one candidate for each place of a time, and no more. */
@Component
public class Bookings {
  private final JdbcClient jdbc;
  private final AtCommit atCommit;

  Bookings(JdbcClient jdbc, AtCommit atCommit) {
    this.jdbc = jdbc;
    this.atCommit = atCommit;
  }

  /** How many places of each time from this moment on other journeys have. */
  @Transactional(readOnly = true)
  public Map<Instant, Integer> taken(
      UUID accountId, String calendar, String step, UUID journeyId, Instant from) {
    // By index interview_booking_place: the times to come of one step.
    return jdbc
        .sql(
            """
            select at, count(*) from interview_booking
            where account_id = :account and calendar = :calendar and step = :step and at >= :from
              and journey_id <> :journey and released_at is null
            group by at
            """)
        .param("account", accountId)
        .param("calendar", calendar)
        .param("step", step)
        .param("from", utc(from))
        .param("journey", journeyId)
        .query(
            (row, n) -> Map.entry(instant(row.getObject(1, OffsetDateTime.class)), row.getInt(2)))
        .list()
        .stream()
        .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /**
   * Takes the time that the turn of this delivery confirms, in the caller's transaction. Nothing is
   * taken by a delivery that confirms none, and a time that the journey has is its own already.
   *
   * @return false when others have every place of that time
   */
  public boolean take(Delivery delivery) {
    Delivery.Claim claim = delivery.claim();
    if (claim == null || claim.proposal().kept() == null) {
      return true;
    }
    for (Kept kept : claim.proposal().kept()) {
      if (kept instanceof Kept.Booked booked && !take(delivery, claim.key(), booked)) {
        return false;
      }
    }
    return true;
  }

  private boolean take(Delivery delivery, String key, Kept.Booked booked) {
    if (has(delivery.journeyId(), booked)) {
      return true;
    }
    jdbc.sql("delete from interview_booking where turn_key = :key and released_at is not null")
        .param("key", key)
        .update();
    // Two that want the last place: the later insert waits for the earlier commit, and does
    // nothing. Then another place may be free, so it looks again; each time round one more is gone.
    for (int i = 0; i <= booked.capacity(); i++) {
      if (insert(delivery, key, booked)) {
        return true;
      }
    }
    return false;
  }

  private boolean has(UUID journeyId, Kept.Booked booked) {
    return jdbc.sql(
            """
            select exists (select 1 from interview_booking
              where journey_id = :journey and step = :step and at = :at and released_at is null)
            """)
        .param("journey", journeyId)
        .param("step", booked.step())
        .param("at", utc(booked.at()))
        .query(Boolean.class)
        .single();
  }

  private boolean insert(Delivery delivery, String key, Kept.Booked booked) {
    return jdbc.sql(
                """
                with taken as (
                  select place from interview_booking
                  where account_id = :account and calendar = :calendar and step = :step
                    and at = :at and released_at is null)
                insert into interview_booking
                  (turn_key, account_id, candidate_id, journey_id, calendar, step, at, place)
                select :key, :account, :candidate, :journey, :calendar, :step, :at, p.place
                from generate_series(1, :capacity) as p (place)
                where p.place not in (select place from taken)
                  and (select count(*) from taken) < :capacity
                order by p.place limit 1
                on conflict do nothing
                """)
            .param("key", key)
            .param("account", delivery.accountId())
            .param("candidate", delivery.candidateId())
            .param("journey", delivery.journeyId())
            .param("calendar", booked.calendar())
            .param("step", booked.step())
            .param("at", utc(booked.at()))
            .param("capacity", booked.capacity())
            .update()
        == 1;
  }

  /**
   * Releases what the journey has no more: a time that it gave back, one of a reply that won't be
   * said, and what is still to come when it is over. In the caller's commit.
   */
  public void settle(JourneyWrite write, Instant now) {
    JourneyState state = write.state();
    var steps = new ArrayList<String>();
    var times = new ArrayList<String>();
    state
        .talk()
        .answers()
        .forEach(
            (step, answer) ->
                time(answer)
                    .filter(at -> !state.over() || !at.isAfter(now))
                    .ifPresent(
                        at -> {
                          steps.add(step);
                          times.add(at.toString());
                        }));
    // By index interview_booking_journey, which has a row for those alone that have a time.
    atCommit.run(
        """
        update interview_booking b set released_at = now()
        where b.journey_id = ? and b.released_at is null and not (b.turn_key = any (?))
          and not exists (
            select 1 from unnest(cast(? as text[]), cast(cast(? as text[]) as timestamptz[]))
              as k (step, at)
            where k.step = b.step and k.at = b.at)
        """,
        state.journeyId(),
        answering(state).toArray(String[]::new),
        steps.toArray(String[]::new),
        times.toArray(String[]::new));
  }

  /** Turns that may still be said: the one under way, and those that open messages ask for. */
  private static List<String> answering(JourneyState state) {
    var keys = new ArrayList<String>();
    Saying saying = state.outgoing().saying();
    if (saying != null) {
      keys.add(saying.key());
    }
    state.inbox().open().stream()
        .map(MessageReceived::id)
        .map(TurnKey::ofMessage)
        .forEach(keys::add);
    return keys;
  }

  private static Optional<Instant> time(String answer) {
    if (!answer.endsWith("Z")) {
      return Optional.empty();
    }
    try {
      return Optional.of(Instant.parse(answer));
    } catch (DateTimeParseException words) {
      return Optional.empty();
    }
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  private static Instant instant(OffsetDateTime at) {
    return at.toInstant();
  }
}
