package io.talaria.dev.form;

import io.talaria.dev.whatsapp.Signature;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseBody;
import tools.jackson.databind.json.JsonMapper;

/** Shows a form behind its link, and tells Talaria, signed, what was filled in. */
@Controller
class FormProvider {
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final FormSettings settings;
  private final JsonMapper json;

  FormProvider(FormSettings settings, JsonMapper json) {
    this.settings = settings;
    this.json = json;
  }

  /**
   * @param forged signed with another secret, on request
   */
  record HandedIn(String token, Map<String, Object> fields, @Nullable Boolean forged) {}

  @GetMapping("/forms/{form:[a-z0-9_-]+}")
  String page() {
    return "forward:/form/index.html";
  }

  /** Talaria's answer as it is, for whoever tries it by hand. */
  @ResponseBody
  @PostMapping("/simulator/forms/{form:[a-z0-9_-]+}")
  ResponseEntity<String> handIn(@PathVariable String form, @RequestBody HandedIn handedIn)
      throws InterruptedException {
    byte[] body =
        json.writeValueAsBytes(Map.of("token", handedIn.token(), "fields", handedIn.fields()));
    boolean forged = Boolean.TRUE.equals(handedIn.forged());
    String secret = forged ? settings.secret() + "-wrong" : settings.secret();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(settings.door() + "/" + form))
            .timeout(Duration.ofSeconds(10))
            .header("Content-Type", "application/json")
            .header("X-Talaria-Signature", Signature.of(body, secret))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    try {
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      return ResponseEntity.status(answer.statusCode())
          .contentType(MediaType.APPLICATION_JSON)
          .body(answer.body());
    } catch (IOException e) {
      return ResponseEntity.status(502)
          .contentType(MediaType.APPLICATION_JSON)
          .body("{\"detail\":\"The gateway is away. Hand it in again.\"}");
    }
  }
}
