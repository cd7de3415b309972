package io.talaria.journal.send;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps which templates WhatsApp paused, so that their sends are refused here instead of there. In
 * the caller's transaction; whoever has a template's row waits for no other lock.
 */
@Component
public class TemplateHolds {
  private final JdbcClient jdbc;

  TemplateHolds(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The account's template is paused from now on, as long as WhatsApp pauses one: three hours, and
   * six where it was paused within the last week. Told again, it changes nothing as long as that
   * lasts; a hold whose time was over is another pause.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void paused(UUID accountId, String name, String language) {
    // Index template_hold_past.
    jdbc.sql(
            """
            insert into template_hold as t (id, account_id, name, language, until)
            select :id, :account, :name, :language, clock_timestamp() + make_interval(hours =>
              case when exists (select 1 from template_hold p
                where p.account_id = :account and p.name = :name and p.language = :language
                  and p.held_at > clock_timestamp() - interval '7 days') then 6 else 3 end)
            on conflict (account_id, name, language) where lifted_at is null do update
              set held_at = clock_timestamp(), until = excluded.until
              where t.until <= clock_timestamp()
            """)
        .param("id", UUID.randomUUID())
        .param("account", accountId)
        .param("name", name)
        .param("language", language)
        .update();
  }

  /**
   * The account's template may be used again. No-op for one that isn't held, or was paused since.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void approved(UUID accountId, String name, String language, Instant at) {
    jdbc.sql(
            """
            update template_hold set lifted_at = clock_timestamp()
            where account_id = :account and name = :name and language = :language
              and lifted_at is null and held_at <= :at
            """)
        .param("account", accountId)
        .param("name", name)
        .param("language", language)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }
}
