package io.talaria.journal.send;

import io.talaria.port.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Holds a number whose sends WhatsApp refuses for the account's sake, for all workers together: its
 * sends wait, and now and then one is tried. Within the caller's transaction, which has the
 * candidate's lock already; nobody waits for another lock while having the hold's.
 */
@Component
@EnableConfigurationProperties(NumberHoldSettings.class)
public class NumberHolds {
  /**
   * How many times longer a number rests that is held since statuses said so: its trial is taken,
   * and lost when it fails as those before.
   */
  private static final int REST = 10;

  /** A status that is older than this says nothing of now. */
  private static final Duration NEWS = Duration.ofHours(1);

  private final JdbcClient jdbc;
  private final NumberHoldSettings settings;

  NumberHolds(JdbcClient jdbc, NumberHoldSettings settings) {
    this.jdbc = jdbc;
    this.settings = settings;
  }

  /**
   * Makes the send the trial of its held number, when one is due: of several that ask, one hears
   * yes, also over several workers.
   *
   * @return false while no trial is due, or when somebody else is asking just now
   */
  boolean tries(Delivery delivery) {
    // Whoever was tried last waits twice as long: a send that WhatsApp takes from nobody must not
    // keep those back that it would take.
    return jdbc.sql(
                """
                update number_hold set tried_at = clock_timestamp(), trial_key = :key
                where id = (
                  select id from number_hold
                  where number_id = :number and lifted_at is null
                    and tried_at <= clock_timestamp() - make_interval(
                      secs => :every * case when trial_key = :key then 2 else 1 end
                        * case when status_at is null then 1 else :rest end)
                  for update skip locked)
                """)
            .param("key", delivery.key())
            .param("number", delivery.numberId())
            .param("every", seconds(settings.tryEvery()))
            .param("rest", REST)
            .update()
        == 1;
  }

  /**
   * Holds the number when the send was refused for the account's sake; lifts the hold when the
   * trial was accepted, or refused for its own sake. What never reached WhatsApp, what came without
   * a clear answer, and what is refused for now says nothing of the account.
   *
   * @param trial whether the send is the trial of its number
   */
  void heard(Delivery delivery, CallOutcome outcome, boolean trial) {
    switch (outcome) {
      case CallOutcome.Accepted ignored -> {
        if (trial) {
          lift(delivery);
        }
      }
      case CallOutcome.Refused refused -> {
        if (refused.forTheAccount()) {
          hold(delivery, refused);
        } else if (trial && refused.code() != null && !refused.later()) {
          lift(delivery);
        }
      }
      case CallOutcome.Unknown ignored -> {}
    }
  }

  /** Held from now on. Of a number that is held, only what its trial heard last is written. */
  private void hold(Delivery delivery, CallOutcome.Refused refused) {
    jdbc.sql(
            """
            insert into number_hold (id, account_id, number_id, trial_key, error_code, error_detail)
            values (:id, :account, :number, :key, :code, :detail)
            on conflict (number_id) where lifted_at is null do update
              set error_code = excluded.error_code, error_detail = excluded.error_detail
              where number_hold.trial_key = excluded.trial_key
            """)
        .param("id", UUID.randomUUID())
        .param("account", delivery.accountId())
        .param("number", delivery.numberId())
        .param("key", delivery.key())
        .param("code", refused.code())
        .param("detail", refused.detail())
        .update();
  }

  /**
   * Where statuses said that what was taken failed, being taken says nothing: unless the trial
   * before this one has not failed either, and its status, if there was one, is lost.
   */
  private void lift(Delivery delivery) {
    jdbc.sql(
            """
            update number_hold set lifted_at = clock_timestamp(), tell_at = clock_timestamp()
              + make_interval(secs => case when status_at is null then 0 else :lull end)
            where number_id = :number and lifted_at is null and trial_key = :key
              and (status_at is null
                or status_at < clock_timestamp() - make_interval(secs => :lull))
            """)
        .param("number", delivery.numberId())
        .param("key", delivery.key())
        .param("lull", lull())
        .update();
  }

  /**
   * A send that WhatsApp had taken failed for the account's sake: its number is held from now on.
   * No-op for an old failure, and for one of a send that was called before the number was held or
   * lifted last: that is known, or over. A hold whose end the team was not told yet goes on.
   */
  public void failed(Reported send, @Nullable Integer code, @Nullable String detail, Instant at) {
    if (at.isBefore(Instant.now().minus(NEWS)) || goesOn(send, code, detail)) {
      return;
    }
    jdbc.sql(
            """
            insert into number_hold as h
              (id, account_id, number_id, trial_key, error_code, error_detail, status_at)
            select :id, :account, :number, :key, :code, :detail, clock_timestamp()
            where not exists (select 1 from number_hold
              where number_id = :number and lifted_at >= :begun)
            on conflict (number_id) where lifted_at is null do update
              set error_code = excluded.error_code, error_detail = excluded.error_detail,
                status_at = excluded.status_at
              where h.held_at <= :begun
            """)
        .param("id", UUID.randomUUID())
        .param("account", send.accountId())
        .param("number", send.numberId())
        .param("key", send.key())
        .param("code", code)
        .param("detail", detail)
        .param("begun", send.begunAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  /**
   * Where only some sends fail, those that don't would lift the hold again and again. Nobody can be
   * telling of it meanwhile: its time to be told hasn't come.
   */
  private boolean goesOn(Reported send, @Nullable Integer code, @Nullable String detail) {
    return jdbc.sql(
                """
                update number_hold set lifted_at = null, tell_at = clock_timestamp(),
                  trial_key = :key, tried_at = clock_timestamp(),
                  error_code = :code, error_detail = :detail, status_at = clock_timestamp()
                where lifted_at < :begun and tellings = 0 and tell_at > clock_timestamp()
                  and id = (select id from number_hold
                    where number_id = :number and lift_told_at is null
                    order by lifted_at desc nulls first limit 1)
                """)
            .param("number", send.numberId())
            .param("key", send.key())
            .param("code", code)
            .param("detail", detail)
            .param("begun", send.begunAt().atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /**
   * WhatsApp passed on a send of a number that statuses hold: it is lifted, unless the send was
   * called before the last failure was told.
   */
  public void passedOn(Reported send) {
    jdbc.sql(
            """
            update number_hold set lifted_at = clock_timestamp(),
              tell_at = clock_timestamp() + make_interval(secs => :lull)
            where number_id = :number and lifted_at is null and status_at < :begun
            """)
        .param("lull", lull())
        .param("number", send.numberId())
        .param("begun", send.begunAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  /**
   * A send of which WhatsApp tells by a status.
   *
   * @param begunAt when its call began
   */
  public record Reported(UUID accountId, String numberId, String key, Instant begunAt) {}

  /** Seconds without a failure after which statuses have nothing more to say against a number. */
  private double lull() {
    return 1.5 * REST * seconds(settings.tryEvery());
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1000.0;
  }
}
