package io.talaria.gateway.api;

import io.talaria.gateway.api.ApiKeys.NotAllowed;
import io.talaria.journal.phone.DialledNumbers;
import io.talaria.journal.planned.NotPlanned;
import io.talaria.journal.planned.PlannedStart;
import io.talaria.journal.planned.PlannedStarts;
import io.talaria.journal.planned.PlannedStarts.Editor;
import io.talaria.journal.planned.StartRefusal;
import io.talaria.journal.planned.StartWish;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Conversations that Talaria begins, at once or at a planned time; docs/time.md tells it. */
@RestController
@RequestMapping("/api/v1/conversations")
class ConversationsApi {
  private static final int LARGEST = 16 * 1024;
  private static final int MOST = 1_000;

  private final ApiKeys keys;
  private final PlannedStarts starts;
  private final DialledNumbers phones;
  private final StartsWaiting waiting;

  ConversationsApi(
      ApiKeys keys, PlannedStarts starts, DialledNumbers phones, StartsWaiting waiting) {
    this.keys = keys;
    this.starts = starts;
    this.phones = phones;
    this.waiting = waiting;
  }

  /** Plans a start; the same id again answers how it stands. */
  @PostMapping
  ResponseEntity<?> plan(
      HttpServletRequest request,
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String key)
      throws IOException {
    ApiSettings.Client client = keys.client(key);
    StartWish wish = StartJson.wish(body(request), client.account(), client.name(), phones);
    boolean known = starts.find(client.account(), wish.id()).isPresent();
    PlannedStart start = starts.plan(wish);
    return known
        ? ResponseEntity.ok(shape(start, client.account()))
        : ResponseEntity.created(URI.create("/api/v1/conversations/" + start.id()))
            .body(shape(start, client.account()));
  }

  /** Plans another time for it. */
  @PutMapping("/{id}")
  ResponseEntity<?> change(
      @PathVariable String id,
      HttpServletRequest request,
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String key)
      throws IOException {
    ApiSettings.Client client = keys.client(key);
    Instant at = StartJson.change(body(request));
    return ResponseEntity.ok(
        shape(
            starts.change(client.account(), StartJson.id(id), at, editor(client)),
            client.account()));
  }

  /** It won't begin. */
  @DeleteMapping("/{id}")
  ResponseEntity<?> cancel(
      @PathVariable String id,
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String key) {
    ApiSettings.Client client = keys.client(key);
    return ResponseEntity.ok(
        shape(starts.cancel(client.account(), StartJson.id(id), editor(client)), client.account()));
  }

  /** A program looked at nothing: what it says counts. */
  private static Editor editor(ApiSettings.Client client) {
    return new Editor(client.name(), null);
  }

  /** How it stands. */
  @GetMapping("/{id}")
  ResponseEntity<?> one(
      @PathVariable String id,
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String key) {
    UUID account = keys.client(key).account();
    return ResponseEntity.ok(
        shape(
            starts
                .find(account, StartJson.id(id))
                .orElseThrow(() -> new NotPlanned(StartRefusal.UNKNOWN)),
            account));
  }

  /** What is planned, the next one first. */
  @GetMapping
  ResponseEntity<?> planned(
      @RequestParam(name = "limit", defaultValue = "100") int limit,
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String key) {
    UUID account = keys.client(key).account();
    List<PlannedStart> next = starts.next(account, Math.clamp(limit, 1, MOST));
    StartsWaiting.Reasons reasons = waiting.of(account, next);
    return ResponseEntity.ok(
        Map.of("planned", next.stream().map(start -> shape(start, reasons)).toList()));
  }

  private static byte[] body(HttpServletRequest request) throws IOException {
    byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
    if (body.length > LARGEST) {
      throw new ListingJson.NotJson("A start has at most 16 KiB.");
    }
    return body;
  }

  private Map<String, Object> shape(PlannedStart start, UUID account) {
    return shape(start, waiting.of(account, List.of(start)));
  }

  private static Map<String, Object> shape(PlannedStart start, StartsWaiting.Reasons reasons) {
    var shape = new LinkedHashMap<String, Object>();
    shape.put("id", start.id());
    shape.put("state", start.state());
    shape.put("at", start.at());
    shape.put("number", start.numberId());
    shape.put("definition", start.definition());
    shape.put("candidate", start.candidateId());
    shape.put("planned_by", start.plannedBy());
    reasons.of(start).ifPresent(reason -> shape.put("waits_for", reason));
    if (start.reason() != null) {
      shape.put("reason", start.reason());
    }
    if (start.journeyId() != null) {
      shape.put("journey", start.journeyId());
    }
    if (start.changedBy() != null) {
      shape.put("changed_by", start.changedBy());
    }
    return shape;
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> unknown(NotAllowed e) {
    return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
        .body(problem(HttpStatus.UNAUTHORIZED, String.valueOf(e.getMessage())));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> notJson(ListingJson.NotJson e) {
    return ResponseEntity.badRequest()
        .body(problem(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage())));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> refused(NotPlanned e) {
    HttpStatus status =
        switch (e.refusal()) {
          case UNKNOWN -> HttpStatus.NOT_FOUND;
          case UNKNOWN_NUMBER, UNKNOWN_DEFINITION, NO_TEMPLATE, PAST, TOO_FAR ->
              HttpStatus.UNPROCESSABLE_CONTENT;
          case OPTED_OUT, JOURNEY_OPEN, PLANNED_ALREADY, ID_TAKEN, SETTLED, CHANGED, WATCHED ->
              HttpStatus.CONFLICT;
        };
    ProblemDetail problem = problem(status, sentence(e.refusal()));
    problem.setProperty("code", e.refusal().name().toLowerCase(Locale.ROOT));
    return ResponseEntity.status(status).body(problem);
  }

  @ExceptionHandler({DataAccessException.class, TransactionException.class})
  ResponseEntity<ProblemDetail> away(RuntimeException e) {
    return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
        .header(HttpHeaders.RETRY_AFTER, "5")
        .body(
            problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "The database doesn't answer. Send it again, with the same id."));
  }

  private static String sentence(StartRefusal refusal) {
    return switch (refusal) {
      case UNKNOWN_NUMBER -> "No business number of yours has this id.";
      case WATCHED -> "Another system speaks at this number; Talaria only looks on.";
      case UNKNOWN_DEFINITION -> "No definition of this name is published.";
      case NO_TEMPLATE ->
          "The definition has no template, and nothing else reaches somebody who hasn't written.";
      case PAST -> "The time lies behind. Leave 'at' out to begin now.";
      case TOO_FAR -> "A start is planned for a year ahead at most.";
      case OPTED_OUT -> "The candidate wants no messages.";
      case JOURNEY_OPEN -> "The candidate has an open journey; it goes on.";
      case PLANNED_ALREADY -> "A start of this candidate is planned already: change that one.";
      case ID_TAKEN -> "This id belongs to another start: choose a new one.";
      case UNKNOWN -> "No start has this id.";
      case SETTLED -> "It has begun, was cancelled or is void; nothing was changed.";
      case CHANGED -> "Somebody planned another time for it meanwhile; nothing was changed.";
    };
  }

  private static ProblemDetail problem(HttpStatus status, String detail) {
    return ProblemDetail.forStatusAndDetail(status, detail);
  }
}
