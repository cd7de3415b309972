package io.talaria.gateway.form;

import io.micrometer.core.instrument.MeterRegistry;
import io.talaria.gateway.inbox.Inbox;
import io.talaria.gateway.inbox.Item;
import io.talaria.gateway.inbox.Item.Filled;
import io.talaria.gateway.inbox.Item.Unreadable;
import io.talaria.gateway.signed.BodySignature;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes the answers of web forms. 202 means: stored, and on its way to the candidate's journey; the
 * same form told again is answered the same and counts once. What a provider signed is stored in
 * any case: what can't be understood is answered 422 and waits in quarantine.
 */
@RestController
class FormDoor {
  /** Of a form with a hundred fields; a photo doesn't belong in it. */
  static final int LARGEST = 64 * 1024;

  private static final Logger log = LoggerFactory.getLogger(FormDoor.class);

  private final FormSecrets secrets;
  private final FormReader reader;
  private final Inbox inbox;
  private final MeterRegistry meters;

  FormDoor(FormSecrets secrets, FormReader reader, Inbox inbox, MeterRegistry meters) {
    this.secrets = secrets;
    this.reader = reader;
    this.inbox = inbox;
    this.meters = meters;
  }

  @PostMapping("/api/v1/forms/{form}")
  ResponseEntity<?> handIn(
      @PathVariable String form,
      HttpServletRequest request,
      @RequestHeader(name = "X-Talaria-Signature", required = false) @Nullable String header)
      throws IOException {
    Optional<BodySignature> signature = secrets.of(form);
    if (signature.isEmpty()) {
      return problem(
          HttpStatus.NOT_FOUND,
          "No form with this id is configured. Set talaria.forms.known[].id and .secret.");
    }
    byte[] body;
    try {
      body = request.getInputStream().readNBytes(LARGEST + 1);
    } catch (IOException cut) {
      return problem(HttpStatus.BAD_REQUEST, "The body ended before its announced length.");
    }
    if (body.length > LARGEST) {
      refused("size");
      return problem(HttpStatus.CONTENT_TOO_LARGE, "A form has at most 64 KiB.");
    }
    if (!signature.get().isGenuine(body, header)) {
      refused("signature");
      return problem(
          HttpStatus.UNAUTHORIZED,
          "X-Talaria-Signature is missing or does not sign this body: sha256= and the hexadecimal"
              + " HMAC-SHA256 of the raw bytes with the form's secret.");
    }
    Item item = reader.item(body, Instant.now());
    if (item instanceof Filled filled && !filled.form().formId().equals(form)) {
      // Signed by the provider of another form than the one that the link was made for.
      refused("form");
      return problem(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "The token was made for another form. Nothing was stored.");
    }
    return store(item, body);
  }

  private ResponseEntity<?> store(Item item, byte[] body) {
    try {
      inbox.take(FormReader.SOURCE, body);
    } catch (DataAccessException | TransactionException e) {
      log.warn("A form was turned away, the journal is away: {}", e.getClass().getSimpleName());
      return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
          .header(HttpHeaders.RETRY_AFTER, "5")
          .body(
              ProblemDetail.forStatusAndDetail(
                  HttpStatus.SERVICE_UNAVAILABLE, "The form could not be stored. Send it again."));
    }
    if (item instanceof Unreadable unreadable) {
      refused(unreadable.reason());
      return problem(
          HttpStatus.UNPROCESSABLE_CONTENT,
          unreadable.detail()
              + " The form is kept in quarantine; sending it again changes nothing.");
    }
    boolean late = item instanceof Filled filled && filled.form().late();
    return ResponseEntity.accepted().body(Map.of("received", true, "late", late));
  }

  private void refused(String reason) {
    meters
        .counter("talaria.webhooks.refused", "source", FormReader.SOURCE, "reason", reason)
        .increment();
  }

  private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String detail) {
    return ResponseEntity.status(status).body(ProblemDetail.forStatusAndDetail(status, detail));
  }
}
