package io.talaria.gateway.api;

import io.talaria.gateway.api.ApiKeys.NotAllowed;
import io.talaria.gateway.api.ListingImports.TooLarge;
import io.talaria.journal.listing.ImportProgress;
import io.talaria.journal.listing.Imports;
import io.talaria.journal.listing.ListingWords;
import io.talaria.journal.listing.Listings;
import io.talaria.journal.listing.Listings.Outcome;
import io.talaria.journal.listing.Refusal;
import io.talaria.journal.listing.Refused;
import io.talaria.journal.listing.SaidReader;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.task.TaskRejectedException;
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

/** Job listings by API; docs/matching.md tells it by curl. */
@RestController
@RequestMapping("/api/v1/listings")
class ListingsApi {
  private static final int LARGEST = 64 * 1024;
  private static final String LANGUAGE = "en";

  private final ApiKeys keys;
  private final ApiSettings settings;
  private final Listings listings;
  private final ListingImports running;
  private final Imports imports;
  private final ListingWords words;

  ListingsApi(
      ApiKeys keys,
      ApiSettings settings,
      Listings listings,
      ListingImports running,
      Imports imports,
      ListingWords words) {
    this.keys = keys;
    this.settings = settings;
    this.listings = listings;
    this.running = running;
    this.imports = imports;
    this.words = words;
  }

  /** Creates or replaces a listing; the same again changes nothing. */
  @PutMapping("/{reference}")
  ResponseEntity<?> put(
      @PathVariable String reference,
      HttpServletRequest request,
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String key)
      throws IOException {
    UUID account = keys.client(key).account();
    byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
    if (body.length > LARGEST) {
      return problem(HttpStatus.CONTENT_TOO_LARGE, "A listing has at most 64 KiB.");
    }
    Map<String, String> texts = ListingJson.read(body);
    texts.put("reference", reference);
    Outcome outcome = listings.put(account, SaidReader.of(texts));
    return ResponseEntity.status(outcome == Outcome.CREATED ? HttpStatus.CREATED : HttpStatus.OK)
        .body(Map.of("reference", reference, "outcome", outcome));
  }

  /** Closes a listing: it is no longer offered. */
  @DeleteMapping("/{reference}")
  ResponseEntity<?> close(
      @PathVariable String reference,
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String key) {
    UUID account = keys.client(key).account();
    if (!listings.close(account, reference) && listings.find(account, reference).isEmpty()) {
      return problem(HttpStatus.NOT_FOUND, "No listing has this reference.");
    }
    return ResponseEntity.noContent().build();
  }

  /**
   * Begins to import the body, a CSV file.
   *
   * @param closeMissing open listings that the file doesn't name are closed at its end
   */
  @PostMapping("/import")
  ResponseEntity<?> begin(
      HttpServletRequest request,
      @RequestParam(name = "name", defaultValue = "listings.csv") String name,
      @RequestParam(name = "close-missing", defaultValue = "false") boolean closeMissing,
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String key)
      throws IOException {
    ApiSettings.Client client = keys.client(key);
    long most = settings.largestImport().toBytes();
    if (request.getContentLengthLong() > most) {
      throw new TooLarge();
    }
    String shown = name.length() > 200 ? name.substring(0, 200) : name;
    UUID id = running.begin(client, request.getInputStream(), shown, closeMissing, most);
    URI status = URI.create("/api/v1/listings/imports/" + id);
    return ResponseEntity.accepted().location(status).body(Map.of("id", id, "status", status));
  }

  /**
   * How far an import is, with a page of its report.
   *
   * @param rows {@code refused} or {@code all}
   * @param after the last line of the page before
   */
  @GetMapping("/imports/{id}")
  ResponseEntity<?> progress(
      @PathVariable UUID id,
      @RequestParam(name = "rows", defaultValue = "refused") String rows,
      @RequestParam(name = "after", defaultValue = "0") int after,
      @RequestParam(name = "limit", defaultValue = "100") int limit,
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String key) {
    UUID account = keys.client(key).account();
    ImportProgress progress = imports.find(account, id).orElse(null);
    if (progress == null) {
      return problem(HttpStatus.NOT_FOUND, "No import has this id.");
    }
    int most = Math.clamp(limit, 1, 1_000);
    var page = imports.rows(account, id, !rows.equals("all"), after, most);
    return ResponseEntity.ok(ImportShape.of(progress, page, page.size() == most, this::sentence));
  }

  private String sentence(Refusal refusal) {
    return words.refusal(LANGUAGE, refusal);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> unknown(NotAllowed e) {
    return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
        .body(
            ProblemDetail.forStatusAndDetail(
                HttpStatus.UNAUTHORIZED, String.valueOf(e.getMessage())));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> refused(Refused e) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, sentence(e.refusal()));
    problem.setProperty("code", e.refusal().code());
    return ResponseEntity.unprocessableContent().body(problem);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> notJson(ListingJson.NotJson e) {
    return problem(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> tooLarge(TooLarge e) {
    return problem(
        HttpStatus.CONTENT_TOO_LARGE,
        "A file has at most %d MB. Part it, each part with the header."
            .formatted(settings.largestImport().toMegabytes()));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> busy(TaskRejectedException e) {
    return later("Two imports are running. Send the file again when one has ended.", "30");
  }

  @ExceptionHandler({DataAccessException.class, TransactionException.class})
  ResponseEntity<ProblemDetail> away(RuntimeException e) {
    return later("The database doesn't answer. Send it again.", "5");
  }

  private static ResponseEntity<ProblemDetail> later(String detail, String seconds) {
    return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
        .header(HttpHeaders.RETRY_AFTER, seconds)
        .body(ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, detail));
  }

  private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String detail) {
    return ResponseEntity.status(status).body(ProblemDetail.forStatusAndDetail(status, detail));
  }
}
