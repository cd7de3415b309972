package io.talaria.journal.operator;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One-time links. The secret is handed out once; only its SHA-256 is kept. */
@Component
public class OperatorLinks {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SECRET_BYTES = 32;

  private final OperatorLinkRows links;
  private final OperatorRows operators;

  OperatorLinks(OperatorLinkRows links, OperatorRows operators) {
    this.links = links;
    this.operators = operators;
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
    Instant now = Instant.now();
    links.end(operator.id(), now);
    links.save(
        new OperatorLinkEntity(
            hash(secret),
            operator.accountId(),
            operators.getReferenceById(operator.id()),
            now.plus(valid)));
    return secret;
  }

  /** Who is invited by this secret; empty when it is unknown, used or expired. */
  public Optional<Invited> peek(String secret) {
    return links
        .open(hash(secret), Instant.now())
        .map(link -> link.operator().asOperator())
        .map(person -> new Invited(person.id(), person.name(), person.email()));
  }

  /**
   * Sets the password, once.
   *
   * @return false when the link is unknown, used or expired; nothing is changed then
   */
  @Transactional
  public boolean redeem(String secret, String passwordHash) {
    String hash = hash(secret);
    if (links.use(hash, Instant.now()) != 1) {
      return false;
    }
    // Only the one whose use it is comes here; use and password are committed together.
    links.findById(hash).orElseThrow().operator().setPassword(passwordHash);
    return true;
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
