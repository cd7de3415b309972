package io.talaria.gateway.outsidebot;

import io.micrometer.core.instrument.MeterRegistry;
import io.talaria.journal.outside.OutsideReports;
import io.talaria.journal.outside.OutsideReports.Taken;
import io.talaria.journal.outside.OutsideReports.UnfitAnswer;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
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
 * Where a bot that speaks to candidates itself tells what it said, while we only look on. 202 means
 * kept; the same report again is kept once.
 */
@RestController
class ReportEntry {
  private static final Logger log = LoggerFactory.getLogger(ReportEntry.class);
  private static final int LARGEST = 256 * 1024;
  private static final String SOON = "5";

  private final BotSettings settings;
  private final OutsideReports reports;
  private final MeterRegistry meters;
  private final Clock clock = Clock.systemUTC();
  private final ReportSignature signature = new ReportSignature(clock);

  ReportEntry(BotSettings settings, OutsideReports reports, MeterRegistry meters) {
    this.settings = settings;
    this.reports = reports;
    this.meters = meters;
  }

  @PostMapping("/api/v1/bots/{bot}/reports")
  ResponseEntity<?> report(
      @PathVariable String bot,
      HttpServletRequest request,
      @RequestHeader(name = "X-Talaria-Timestamp", required = false) @Nullable String timestamp,
      @RequestHeader(name = "X-Talaria-Signature", required = false) @Nullable String signed)
      throws IOException {
    byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
    if (body.length > LARGEST) {
      return problem(HttpStatus.CONTENT_TOO_LARGE, "A report has at most 256 KiB.");
    }
    Optional<String> secret = settings.secret(bot);
    if (secret.isEmpty() || !signature.isGenuine(secret.get(), body, timestamp, signed)) {
      meters
          .counter("talaria.webhooks.refused", "source", "outside-bot", "reason", "signature")
          .increment();
      return problem(
          HttpStatus.UNAUTHORIZED,
          "No such bot, or X-Talaria-Signature does not sign X-Talaria-Timestamp, which must be of"
              + " the last five minutes, and this body.");
    }
    try {
      return answer(reports.take(ReportReader.read(bot, body, clock.instant())));
    } catch (ReportReader.Unreadable e) {
      return problem(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
    } catch (UnfitAnswer e) {
      return unknown(String.valueOf(e.getMessage()));
    } catch (DataAccessException | TransactionException e) {
      log.warn("A report was turned away: {}", e.getClass().getSimpleName());
      return later(HttpStatus.SERVICE_UNAVAILABLE, "It could not be kept. Report it again.");
    }
  }

  private static ResponseEntity<?> answer(Taken taken) {
    return switch (taken) {
      case TAKEN -> ResponseEntity.accepted().build();
      case NOT_YET ->
          later(
              HttpStatus.NOT_FOUND,
              "in_reply_to is the id of no message that we know, or its journey isn't open. Where it"
                  + " was just written, report again in a moment.");
      case IN_CONTROL ->
          problem(
              HttpStatus.CONFLICT,
              "Talaria speaks in this conversation: answer its turns instead of writing beside it.");
      case UNKNOWN_STAGE -> unknown("stage is none of the definition's.");
      case UNKNOWN_QUESTION -> unknown("step or a key of answers is no question of its stage.");
      case UNKNOWN_LANGUAGE -> unknown("language is none of the definition's.");
    };
  }

  private static ResponseEntity<ProblemDetail> unknown(String sentence) {
    return problem(HttpStatus.UNPROCESSABLE_CONTENT, sentence);
  }

  private static ResponseEntity<ProblemDetail> later(HttpStatus status, String detail) {
    return ResponseEntity.status(status)
        .header(HttpHeaders.RETRY_AFTER, SOON)
        .body(ProblemDetail.forStatusAndDetail(status, detail));
  }

  private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String detail) {
    return ResponseEntity.status(status).body(ProblemDetail.forStatusAndDetail(status, detail));
  }
}
