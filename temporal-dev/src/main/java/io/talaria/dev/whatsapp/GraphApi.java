package io.talaria.dev.whatsapp;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The calls that Talaria makes to WhatsApp. */
@RestController
class GraphApi {
  private static final long LONGEST_WAIT = 10_000;

  private final WhatsAppSettings settings;
  private final Switches switches;
  private final OutgoingCheck check;
  private final Network network;
  private final Ledger ledger;
  private final DeliveryLog log;
  private final JsonMapper json;

  GraphApi(
      WhatsAppSettings settings,
      Switches switches,
      OutgoingCheck check,
      Network network,
      Ledger ledger,
      DeliveryLog log,
      JsonMapper json) {
    this.settings = settings;
    this.switches = switches;
    this.check = check;
    this.network = network;
    this.ledger = ledger;
    this.log = log;
    this.json = json;
  }

  @PostMapping("/{version:v\\d+\\.\\d+}/{phoneNumberId}/messages")
  Map<String, Object> messages(
      @PathVariable String phoneNumberId,
      @RequestHeader(name = "Authorization", required = false) @Nullable String authorization,
      HttpServletRequest request)
      throws IOException, InterruptedException {
    admit(phoneNumberId, authorization);
    JsonNode body = parse(request);
    if (body.path("status").asString("").equals("read")) {
      network.markRead(body.path("message_id").asString(""), body.has("typing_indicator"));
      return Map.of("success", true);
    }
    Outgoing outgoing = check.read(body);
    String wamid = network.accept(outgoing);
    Thread.sleep(switches.now().slowMillis());
    return Map.of(
        "messaging_product",
        "whatsapp",
        "contacts",
        List.of(Map.of("input", outgoing.to(), "wa_id", outgoing.to())),
        "messages",
        List.of(Map.of("id", wamid, "message_status", "accepted")));
  }

  @PostMapping("/{version:v\\d+\\.\\d+}/{phoneNumberId}/media")
  Map<String, Object> media(
      @PathVariable String phoneNumberId,
      @RequestHeader(name = "Authorization", required = false) @Nullable String authorization,
      @RequestParam("messaging_product") String product,
      @RequestParam("file") MultipartFile file) {
    admit(phoneNumberId, authorization);
    if (!product.equals("whatsapp")) {
      throw new GraphRefusal(100, "The parameter messaging_product is required.");
    }
    MediaLimits.check(file.getContentType(), file.getSize());
    log.add("in", "upload " + file.getContentType(), "200", "plain");
    return Map.of("id", String.valueOf(1_000_000_000_000L + Math.abs(System.nanoTime())));
  }

  /**
   * Every accepted send; with {@code after}, those that came after so many, and with {@code wait},
   * as soon as there is one.
   */
  @GetMapping("/ledger")
  List<Ledger.Entry> ledger(
      @RequestParam(defaultValue = "0") int after, @RequestParam(defaultValue = "0") long wait)
      throws InterruptedException {
    return ledger.after(after, Math.min(wait, LONGEST_WAIT));
  }

  private void admit(String phoneNumberId, @Nullable String authorization) {
    if (switches.now().away()) {
      throw new GraphRefusal(2, "Service temporarily unavailable");
    }
    if (!("Bearer " + settings.accessToken()).equals(authorization)) {
      throw new GraphRefusal(190, "Invalid OAuth access token.");
    }
    if (!settings.phoneNumberId().equals(phoneNumberId)) {
      throw new GraphRefusal(
          100, "Unsupported post request. Object with this ID does not exist or can't be loaded.");
    }
  }

  private JsonNode parse(HttpServletRequest request) throws IOException {
    try {
      return json.readTree(request.getInputStream().readAllBytes());
    } catch (JacksonException e) {
      throw new GraphRefusal(100, "The body is not JSON.");
    }
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> refused(GraphRefusal refusal) {
    log.add("in", "call refused: " + refusal.details, String.valueOf(refusal.code), "bad");
    String trace = "A" + Long.toString(System.nanoTime(), 36);
    return ResponseEntity.status(refusal.httpStatus()).body(refusal.body(trace));
  }
}
