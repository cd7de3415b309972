package io.talaria.journal.operator;

import io.talaria.journal.operator.Operator.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The operators of all accounts; an e-mail address is known once. */
@Component
public class Operators {
  /** The account that exists by default. */
  public static final UUID DEFAULT_ACCOUNT =
      UUID.fromString("00000000-0000-0000-0000-000000000001");

  private static final String COLUMNS =
      "id, account_id, email, name, role, password_hash, language";

  private final JdbcClient jdbc;

  Operators(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The operator with this address, who may sign in; upper and lower case are the same. */
  public Optional<Operator> byEmail(String email) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + " from operator where lower(email) = lower(:email) and disabled_at is null")
        .param("email", email.strip())
        .query(Operators::read)
        .optional();
  }

  /** Everybody of an account who may sign in, by name. */
  public List<Operator> ofAccount(UUID accountId) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + " from operator where account_id = :account and disabled_at is null order by name")
        .param("account", accountId)
        .query(Operators::read)
        .list();
  }

  /** Whether nobody was ever added. */
  public boolean none() {
    return jdbc.sql("select not exists (select 1 from operator)").query(Boolean.class).single();
  }

  /**
   * Adds a person.
   *
   * @param passwordHash null when a one-time link will set it
   * @return empty when the address is known already; nothing is changed then
   */
  public Optional<Operator> add(
      UUID accountId, String email, String name, Role role, @Nullable String passwordHash) {
    var operator =
        new Operator(
            UUID.randomUUID(),
            accountId,
            email.strip().toLowerCase(Locale.ROOT),
            name.strip(),
            role,
            passwordHash,
            "en");
    try {
      jdbc.sql(
              """
              insert into operator (id, account_id, email, name, role, password_hash, language)
              values (:id, :account, :email, :name, :role, :hash, :language)
              """)
          .param("id", operator.id())
          .param("account", accountId)
          .param("email", operator.email())
          .param("name", operator.name())
          .param("role", role.name())
          .param("hash", passwordHash)
          .param("language", operator.language())
          .update();
    } catch (DuplicateKeyException known) {
      return Optional.empty();
    }
    return Optional.of(operator);
  }

  /** The console's language for this person from now on. */
  public void speak(UUID operatorId, String language) {
    jdbc.sql("update operator set language = :language where id = :id")
        .param("language", language)
        .param("id", operatorId)
        .update();
  }

  private static Operator read(ResultSet row, int number) throws SQLException {
    return new Operator(
        row.getObject("id", UUID.class),
        row.getObject("account_id", UUID.class),
        row.getString("email"),
        row.getString("name"),
        Role.valueOf(row.getString("role")),
        row.getString("password_hash"),
        row.getString("language"));
  }
}
