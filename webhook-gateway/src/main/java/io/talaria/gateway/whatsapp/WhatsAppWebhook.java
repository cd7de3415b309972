package io.talaria.gateway.whatsapp;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.talaria.gateway.inbox.Inbox;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Meta's webhook. 200 means: stored. Whatever else is answered, Meta delivers again for hours.
 *
 * @see <a
 *     href="https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/create-webhook-endpoint">Create
 *     a webhook endpoint</a>
 */
@RestController
class WhatsAppWebhook {
  /** Meta sends up to 3 MB. */
  static final int LARGEST = 4 * 1024 * 1024;

  static final String SOURCE = "whatsapp";

  private static final Logger log = LoggerFactory.getLogger(WhatsAppWebhook.class);
  private static final String PATH = "/webhooks/whatsapp";

  private final byte[] verifyToken;
  private final Signature signature;
  private final Inbox inbox;
  private final Counter unsigned;

  WhatsAppWebhook(
      WhatsAppSettings settings, Signature signature, Inbox inbox, MeterRegistry meters) {
    this.verifyToken = settings.verifyToken().getBytes(StandardCharsets.UTF_8);
    this.signature = signature;
    this.inbox = inbox;
    this.unsigned =
        meters.counter("talaria.webhooks.refused", "source", SOURCE, "reason", "signature");
  }

  /** The handshake when the webhook is registered: Meta's challenge, as it is. */
  @GetMapping(PATH)
  ResponseEntity<?> handshake(
      @RequestParam(name = "hub.mode", defaultValue = "") String mode,
      @RequestParam(name = "hub.verify_token", defaultValue = "") String token,
      @RequestParam(name = "hub.challenge", defaultValue = "") String challenge) {
    boolean known = MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8), verifyToken);
    if (!known || !mode.equals("subscribe")) {
      return problem(HttpStatus.FORBIDDEN, "The verify token is not the one that is configured.");
    }
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
        .header("X-Content-Type-Options", "nosniff")
        .body(challenge);
  }

  @PostMapping(PATH)
  ResponseEntity<?> deliver(
      HttpServletRequest request,
      @RequestHeader(name = "X-Hub-Signature-256", required = false) @Nullable String header)
      throws IOException {
    if (request.getContentLengthLong() > LARGEST) {
      return tooLarge();
    }
    // One byte more than allowed tells a body that is too large, whether its length was told or
    // not.
    byte[] body;
    try {
      body = request.getInputStream().readNBytes(LARGEST + 1);
    } catch (IOException cut) {
      return problem(HttpStatus.BAD_REQUEST, "The body ended before its announced length.");
    }
    if (body.length > LARGEST) {
      return tooLarge();
    }
    if (!signature.isGenuine(body, header)) {
      unsigned.increment();
      return problem(
          HttpStatus.UNAUTHORIZED, "X-Hub-Signature-256 is missing or does not sign this body.");
    }
    try {
      inbox.take(SOURCE, body);
    } catch (DataAccessException | TransactionException e) {
      log.warn("A delivery was turned away, the journal is away: {}", e.getClass().getSimpleName());
      return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
          .header(HttpHeaders.RETRY_AFTER, "5")
          .body(
              ProblemDetail.forStatusAndDetail(
                  HttpStatus.SERVICE_UNAVAILABLE,
                  "The delivery could not be stored. Deliver it again."));
    }
    return ResponseEntity.ok().build();
  }

  private static ResponseEntity<ProblemDetail> tooLarge() {
    return problem(HttpStatus.CONTENT_TOO_LARGE, "A delivery has at most 4 MiB.");
  }

  private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String detail) {
    return ResponseEntity.status(status).body(ProblemDetail.forStatusAndDetail(status, detail));
  }
}
