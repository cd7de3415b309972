package io.talaria.journal.send;

import io.talaria.port.Delivery;
import io.talaria.port.Delivery.Author;
import io.talaria.port.Outbound;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Remembers why WhatsApp refused a template, and refuses what it would refuse again: a paused
 * template to anybody, marketing to whoever stopped it or had their share, the bot's from a number
 * that people reported, and whatever the messaging limit leaves no room for. Nothing is asked for
 * anything but a template.
 */
@Component
public class TemplateBars {
  private static final int PAUSED = 132015;
  private static final Set<Integer> REMEMBERED =
      Set.of(MarketingBars.LIMIT, MarketingBars.STOP, PAUSED, SpamHolds.CODE);

  /** A status that comes again, days later, says nothing of a pause of hours. */
  private static final Duration NEWS = Duration.ofHours(1);

  private final JdbcClient jdbc;
  private final TemplateHolds templates;
  private final MarketingBars people;
  private final SpamHolds numbers;
  private final Approaches approaches;

  TemplateBars(
      JdbcClient jdbc,
      TemplateHolds templates,
      MarketingBars people,
      SpamHolds numbers,
      Approaches approaches) {
    this.jdbc = jdbc;
    this.templates = templates;
    this.people = people;
    this.numbers = numbers;
    this.approaches = approaches;
  }

  /** Whether anything is remembered of a refusal with this number. */
  public static boolean remembers(@Nullable Integer code) {
    return code != null && REMEMBERED.contains(code);
  }

  /**
   * As WhatsApp would refuse it now; empty for what may be tried. Marketing is what its definition
   * calls so, and what this person was refused as such. A number that was reported is held for the
   * bot: a recruiter decides for themselves.
   */
  Optional<CallOutcome.Refused> against(Delivery delivery) {
    if (!(delivery.content() instanceof Outbound.Template template)) {
      return Optional.empty();
    }
    // By template_hold_open, spam_hold_open and marketing_bar_candidate; what stands for good comes
    // first.
    return jdbc.sql(
            """
            select coalesce(
              (select error_code from marketing_bar
                where candidate_id = :candidate and lifted_at is null
                  and (until is null or until > clock_timestamp())
                  and (template = :name or cast(:category as text) = 'marketing')
                order by until desc nulls first limit 1),
              (select :paused from template_hold
                where account_id = :account and name = :name and language = :language
                  and lifted_at is null and until > clock_timestamp()),
              (select :spam from spam_hold
                where number_id = :number and :bot
                  and lifted_at is null and until > clock_timestamp()))
            """)
        .param("candidate", delivery.candidateId())
        .param("account", delivery.accountId())
        .param("name", template.name())
        .param("language", template.language())
        .param("category", template.category())
        .param("paused", PAUSED)
        .param("spam", SpamHolds.CODE)
        .param("number", delivery.numberId())
        .param("bot", delivery.author() == Author.BOT)
        .query((row, n) -> Optional.ofNullable((Integer) row.getObject(1)))
        .single()
        .map(TemplateBars::asBefore)
        .or(() -> approaches.against(delivery));
  }

  /** It is called now. */
  void leaves(Delivery delivery) {
    if (delivery.content() instanceof Outbound.Template) {
      approaches.leaves(delivery);
    }
  }

  private static CallOutcome.Refused asBefore(int code) {
    return new CallOutcome.Refused(
        code, ErrorTable.of(0, code).name(), "not tried, since WhatsApp refused before", false);
  }

  /**
   * WhatsApp refused this send, at once or after it had taken it. No-op for numbers that say
   * nothing of another send, and for what is no template, unless it is the sender who was reported.
   */
  public void refused(
      UUID accountId,
      UUID candidateId,
      String key,
      Outbound content,
      @Nullable Integer code,
      Instant at) {
    if (code != null && code == SpamHolds.CODE) {
      numbers.met(key, at);
      return;
    }
    if (code == null
        || !REMEMBERED.contains(code)
        || !(content instanceof Outbound.Template template)) {
      return;
    }
    if (code == PAUSED) {
      if (at.isBefore(Instant.now().minus(NEWS))) {
        return;
      }
      templates.paused(accountId, template.name(), template.language());
    } else {
      people.refused(accountId, candidateId, key, template.name(), code, at);
    }
  }
}
