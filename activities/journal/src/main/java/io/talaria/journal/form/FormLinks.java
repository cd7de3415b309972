package io.talaria.journal.form;

import io.talaria.journal.HmacSha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Links to web forms that say, signed, whose form it is. A link names no person to whom one could
 * write: the ids are ours.
 *
 * <p>A token is {@code base64url(version, candidate, journey, expiry,
 * form).base64url(HMAC-SHA256)}.
 */
@Component
@EnableConfigurationProperties(FormLinkSettings.class)
public class FormLinks {
  /** Stands in a link's template for the token. */
  public static final String PLACEHOLDER = "{token}";

  private static final byte VERSION = 1;
  private static final int HEAD = 1 + 16 + 16 + 8;

  /** A form's id has at most 64 characters; nothing of ours is longer. */
  private static final int LONGEST = 400;

  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
  private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

  private final List<HmacSha256> secrets;
  private final boolean demo;

  FormLinks(FormLinkSettings settings) {
    this.secrets =
        Stream.of(settings.linkSecret(), settings.previousLinkSecret())
            .filter(secret -> secret != null && !secret.isBlank())
            .map(HmacSha256::new)
            .toList();
    String secret = settings.linkSecret();
    this.demo = secret != null && secret.startsWith("demo-");
  }

  /**
   * What a genuine link says.
   *
   * @param expiresAt whole seconds; later answers are kept, but count for nothing
   */
  public record Link(UUID candidateId, UUID journeyId, String formId, Instant expiresAt) {}

  /** Whether links can be made and believed here. */
  public boolean configured() {
    return !secrets.isEmpty();
  }

  /** Whether the secret is the public one of the demonstration. */
  public boolean isDemo() {
    return demo;
  }

  /**
   * The template with the token in place of {@link #PLACEHOLDER}. The same arguments give the same
   * link, so that a turn which is proposed again says the same.
   *
   * @throws IllegalStateException with a sentence that says what to set, without a secret
   */
  public String link(
      String template, UUID candidateId, UUID journeyId, String formId, Instant expiresAt) {
    if (!configured()) {
      throw new IllegalStateException(
          "A definition links to form %s, but talaria.forms.link-secret is not set; set it, to the"
                  .formatted(formId)
              + " same for worker and gateway");
    }
    return template.replace(PLACEHOLDER, token(candidateId, journeyId, formId, expiresAt));
  }

  /** What a token says; empty when it isn't ours, or not as we made it. */
  public Optional<Link> open(String token) {
    int dot = token.indexOf('.');
    if (dot < 0 || token.length() > LONGEST) {
      return Optional.empty();
    }
    byte[] body;
    byte[] claimed;
    try {
      body = DECODER.decode(token.substring(0, dot));
      claimed = DECODER.decode(token.substring(dot + 1));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
    boolean genuine = false;
    for (HmacSha256 secret : secrets) {
      genuine |= MessageDigest.isEqual(claimed, secret.sign(body));
    }
    return genuine && body.length > HEAD && body[0] == VERSION
        ? Optional.of(read(ByteBuffer.wrap(body)))
        : Optional.empty();
  }

  private String token(UUID candidateId, UUID journeyId, String formId, Instant expiresAt) {
    byte[] form = formId.getBytes(StandardCharsets.UTF_8);
    ByteBuffer body = ByteBuffer.allocate(HEAD + form.length);
    body.put(VERSION);
    put(body, candidateId);
    put(body, journeyId);
    body.putLong(expiresAt.getEpochSecond());
    body.put(form);
    byte[] signature = secrets.getFirst().sign(body.array());
    return ENCODER.encodeToString(body.array()) + "." + ENCODER.encodeToString(signature);
  }

  private static Link read(ByteBuffer body) {
    body.get();
    UUID candidate = new UUID(body.getLong(), body.getLong());
    UUID journey = new UUID(body.getLong(), body.getLong());
    Instant expiresAt = Instant.ofEpochSecond(body.getLong());
    byte[] form = new byte[body.remaining()];
    body.get(form);
    return new Link(candidate, journey, new String(form, StandardCharsets.UTF_8), expiresAt);
  }

  private static void put(ByteBuffer body, UUID id) {
    body.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
  }
}
