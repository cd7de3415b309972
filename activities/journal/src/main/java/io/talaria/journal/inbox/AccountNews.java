package io.talaria.journal.inbox;

import io.talaria.journal.send.MarketingBars;
import io.talaria.journal.send.MessagingLimits;
import io.talaria.journal.send.TemplateHolds;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What WhatsApp tells unasked: of templates, of its limits, and of what people want. */
@Component
public class AccountNews {
  /** Webhooks come again for days; a pause is over by then. */
  private static final Duration PAUSE = Duration.ofHours(3);

  private final JdbcClient jdbc;
  private final Candidates candidates;
  private final TemplateHolds templates;
  private final MarketingBars people;
  private final MessagingLimits limits;

  AccountNews(
      JdbcClient jdbc,
      Candidates candidates,
      TemplateHolds templates,
      MarketingBars people,
      MessagingLimits limits) {
    this.jdbc = jdbc;
    this.candidates = candidates;
    this.templates = templates;
    this.people = people;
    this.limits = limits;
  }

  /**
   * A template is held, or held no more. Where the gateway answers for several accounts, it counts
   * for those that have candidates of that business: another client may have a template of the same
   * name. A pause of hours ago is no news.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void heard(TemplateNews news) {
    boolean old = news.at().isBefore(Instant.now().minus(PAUSE));
    for (UUID account : of(news.business(), news.accounts())) {
      if (news.usable()) {
        templates.approved(account, news.name(), news.language(), news.at());
      } else if (!old) {
        templates.paused(account, news.name(), news.language());
      }
    }
  }

  /** An account's limit is another one. It counts for the same accounts as news of templates. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void heard(LimitNews news) {
    of(news.business(), news.accounts())
        .forEach(account -> limits.told(account, news.people(), news.at()));
  }

  private List<UUID> of(String business, List<UUID> accounts) {
    return accounts.size() == 1
        ? accounts
        : accounts.stream().filter(account -> knows(account, business)).toList();
  }

  /** Whether they want marketing messages. No-op for somebody who is no candidate. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void heard(Preference preference) {
    candidates
        .known(preference.accountId(), preference.aliases())
        .ifPresent(
            candidate -> {
              if (preference.wanted()) {
                people.resumed(candidate, preference.at());
              } else {
                people.stopped(preference.accountId(), candidate, preference.at());
              }
            });
  }

  /** By the unique index of contact_alias: ids are scoped to the business. */
  private boolean knows(UUID account, String business) {
    return jdbc.sql(
            """
            select exists (select 1 from contact_alias
              where account_id = :account and channel = 'whatsapp' and scope = :business)
            """)
        .param("account", account)
        .param("business", business)
        .query(Boolean.class)
        .single();
  }
}
