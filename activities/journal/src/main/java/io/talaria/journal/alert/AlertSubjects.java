package io.talaria.journal.alert;

import io.talaria.journal.Sealed;
import io.talaria.journal.definition.Definition;
import io.talaria.journal.definition.Definitions;
import io.talaria.port.Desk.Alert;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads whom an alert is about. */
@Component
public class AlertSubjects {
  private final JdbcClient jdbc;
  private final Sealed sealed;
  private final Definitions definitions;

  AlertSubjects(JdbcClient jdbc, Sealed sealed, Definitions definitions) {
    this.jdbc = jdbc;
    this.sealed = sealed;
    this.definitions = definitions;
  }

  /**
   * @param language of the desk; another one than the definition has gives the stage's id
   */
  @Transactional(readOnly = true)
  public AlertSubject of(Alert alert, String language) {
    UUID candidate = alert.candidateId();
    return jdbc.sql(
            """
            select c.sealed_name, j.definition_name, j.plan,
                   (select sealed_text from message m
                    where m.candidate_id = c.id and m.direction = 'IN' and m.sealed_text is not null
                    order by m.seq desc limit 1),
                   (select name from operator where id = :owner), j.high_value
            from candidate c join journey j on j.candidate_id = c.id
            where j.id = :journey
            """)
        .param("owner", alert.ownerId())
        .param("journey", alert.journeyId())
        .query(
            (row, n) ->
                new AlertSubject(
                    sealed.text(candidate, row.getBytes(1)),
                    stage(alert, row.getString(2), row.getInt(3), language),
                    blankToNull(sealed.text(candidate, row.getBytes(4))),
                    row.getString(5),
                    row.getBoolean(6)))
        .single();
  }

  /** Who leads the team; they are told of what nobody acknowledged. A few rows of a small table. */
  @Transactional(readOnly = true)
  public List<Lead> leads(UUID accountId) {
    return jdbc.sql(
            """
            select name, email, language from operator
            where account_id = :account and role = 'LEAD' and disabled_at is null order by name
            """)
        .param("account", accountId)
        .query((row, n) -> new Lead(row.getString(1), row.getString(2), row.getString(3)))
        .list();
  }

  private String stage(Alert alert, String name, int plan, String language) {
    Definition definition = definitions.of(alert.accountId(), name, plan).definition();
    return definition.stageName(alert.stage(), language);
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
