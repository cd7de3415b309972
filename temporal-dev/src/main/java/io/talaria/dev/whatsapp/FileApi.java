package io.talaria.dev.whatsapp;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Files that phones send: the page brings them, Talaria fetches them. */
@RestController
class FileApi {
  /** Longer than any caller waits. */
  private static final Duration STALLED = Duration.ofMinutes(2);

  private final WhatsAppSettings settings;
  private final Switches switches;
  private final Phones phones;
  private final Scripts scripts;
  private final Files files;
  private final Network network;
  private final DeliveryLog log;

  FileApi(
      WhatsAppSettings settings,
      Switches switches,
      Phones phones,
      Scripts scripts,
      Files files,
      Network network,
      DeliveryLog log) {
    this.settings = settings;
    this.switches = switches;
    this.phones = phones;
    this.scripts = scripts;
    this.files = files;
    this.network = network;
    this.log = log;
  }

  /**
   * @param sample the name of a file of {@link Samples}
   */
  record Sample(Bringing as, String sample, @Nullable String caption) {}

  @PostMapping("/simulator/whatsapp/phones/{number}/samples")
  PhoneView sample(@PathVariable String number, @RequestBody Sample asked) {
    Files.Content content =
        Samples.of(asked.sample())
            .orElseThrow(() -> new IllegalArgumentException("There is no such sample"));
    return bring(number, asked.as(), content, asked.caption());
  }

  @PostMapping("/simulator/whatsapp/phones/{number}/files")
  PhoneView file(
      @PathVariable String number,
      @RequestParam Bringing as,
      @RequestParam(required = false) @Nullable String caption,
      @RequestParam MultipartFile file)
      throws IOException {
    String type =
        file.getContentType() == null
            ? MediaType.APPLICATION_OCTET_STREAM_VALUE
            : file.getContentType();
    String name = as == Bringing.DOCUMENT ? file.getOriginalFilename() : null;
    return bring(number, as, new Files.Content(file.getBytes(), type, name), caption);
  }

  private PhoneView bring(
      String number, Bringing as, Files.Content content, @Nullable String caption) {
    Phone phone =
        phones
            .of(number)
            .orElseThrow(() -> new IllegalArgumentException("There is no phone with that number"));
    scripts.end(phone);
    phone.takeInHand();
    network.bring(phone, as, files.add(content), content, caption);
    return phone.view();
  }

  /** For the phone page, which shows what it sent. */
  @GetMapping("/simulator/whatsapp/files/{id}")
  ResponseEntity<byte[]> shown(@PathVariable String id) {
    return files
        .of(id)
        .map(
            file ->
                ResponseEntity.ok()
                    .contentType(MediaType.parseMediaType(file.type()))
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Content-Security-Policy", "sandbox")
                    .body(file.bytes()))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  /** Graph's answer about a file: where it is for the next five minutes. */
  @GetMapping("/{version:v\\d+\\.\\d+}/{id:\\d+}")
  Map<String, Object> lookUp(
      @PathVariable String id,
      @RequestHeader(name = "Authorization", required = false) @Nullable String authorization) {
    Files.Content file = admitted(id, authorization);
    log.add("in", "look up file", "200", "plain");
    return Map.of(
        "messaging_product",
        "whatsapp",
        "id",
        id,
        "url",
        ServletUriComponentsBuilder.fromCurrentContextPath()
            .path("/whatsapp_business/attachments/")
            .path(id)
            .toUriString(),
        "mime_type",
        file.type(),
        "sha256",
        file.hexHash(),
        "file_size",
        file.bytes().length);
  }

  @GetMapping("/whatsapp_business/attachments/{id}")
  void download(
      @PathVariable String id,
      @RequestHeader(name = "Authorization", required = false) @Nullable String authorization,
      HttpServletResponse response)
      throws IOException, InterruptedException {
    Files.Content file = admitted(id, authorization);
    byte[] bytes = file.bytes().clone();
    MediaTrouble trouble = switches.now().media();
    if (trouble == MediaTrouble.WRONG_HASH && bytes.length > 0) {
      bytes[bytes.length - 1]++;
    }
    response.setContentType(file.type());
    response.setContentLength(bytes.length);
    log.add(
        "in",
        "download file",
        trouble == null ? "200" : trouble.name(),
        trouble == null ? "plain" : "bad");
    if (trouble == MediaTrouble.SLOW) {
      response.getOutputStream().write(bytes, 0, bytes.length / 2);
      response.flushBuffer();
      Thread.sleep(STALLED);
    } else {
      response.getOutputStream().write(bytes);
    }
  }

  private Files.Content admitted(String id, @Nullable String authorization) {
    if (switches.now().away()) {
      throw new GraphRefusal(2, "Service temporarily unavailable");
    }
    if (!("Bearer " + settings.accessToken()).equals(authorization)) {
      throw new GraphRefusal(190, "Invalid OAuth access token.");
    }
    return files
        .of(id)
        .filter(file -> switches.now().media() != MediaTrouble.LOST)
        .orElseThrow(
            () ->
                new GraphRefusal(
                    100,
                    "Unsupported get request. Object with this ID does not exist or can't be loaded."));
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> refused(GraphRefusal refusal) {
    log.add("in", "file refused: " + refusal.details, String.valueOf(refusal.code), "bad");
    return ResponseEntity.status(refusal.httpStatus()).body(refusal.body("A"));
  }

  @ExceptionHandler
  ResponseEntity<Map<String, String>> wrong(IllegalArgumentException e) {
    return ResponseEntity.badRequest().body(Map.of("message", String.valueOf(e.getMessage())));
  }
}
