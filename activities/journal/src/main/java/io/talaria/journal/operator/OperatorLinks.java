package io.talaria.journal.operator;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One-time links. The secret is handed out once; only its SHA-256 is kept. */
@Component
public class OperatorLinks {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SECRET_BYTES = 32;

  private final JdbcClient jdbc;

  OperatorLinks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whom a link is for. */
  public record Invited(UUID operatorId, String name, String email) {}

  /**
   * A new link's secret; older links of the same person stop working.
   *
   * @return 43 characters that may stand in a URL
   */
  @Transactional
  public String issue(Operator operator, Duration valid) {
    byte[] bytes = new byte[SECRET_BYTES];
    RANDOM.nextBytes(bytes);
    String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    jdbc.sql("update operator_link set used_at = now() where operator_id = :id and used_at is null")
        .param("id", operator.id())
        .update();
    jdbc.sql(
            """
            insert into operator_link (token_hash, account_id, operator_id, expires_at)
            values (:hash, :account, :id, now() + make_interval(secs => :seconds))
            """)
        .param("hash", hash(secret))
        .param("account", operator.accountId())
        .param("id", operator.id())
        .param("seconds", valid.toSeconds())
        .update();
    return secret;
  }

  /** Who is invited by this secret; empty when it is unknown, used or expired. */
  public Optional<Invited> peek(String secret) {
    return jdbc.sql(
            """
            select o.id, o.name, o.email from operator_link l join operator o on o.id = l.operator_id
            where l.token_hash = :hash and l.used_at is null and l.expires_at > now()
              and o.disabled_at is null
            """)
        .param("hash", hash(secret))
        .query(
            (row, n) ->
                new Invited(
                    row.getObject("id", UUID.class), row.getString("name"), row.getString("email")))
        .optional();
  }

  /**
   * Sets the password, once.
   *
   * @return false when the link is unknown, used or expired; nothing is changed then
   */
  @Transactional
  public boolean redeem(String secret, String passwordHash) {
    // Marking the link and setting the password is one statement: two clicks are one use.
    return jdbc.sql(
                """
                with used as (
                  update operator_link set used_at = now()
                  where token_hash = :hash and used_at is null and expires_at > now()
                  returning operator_id)
                update operator set password_hash = :password
                where id in (select operator_id from used) and disabled_at is null
                """)
            .param("hash", hash(secret))
            .param("password", passwordHash)
            .update()
        == 1;
  }

  private static String hash(String secret) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
