package io.talaria.dev.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.talaria.dev.Simulators;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What phones send besides words, and a provider of forms. */
@SpringBootTest(
    classes = Simulators.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class FilesTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final List<Got> GOT = new CopyOnWriteArrayList<>();
  private static final String PHONE = "5511900003001";

  private final HttpClient http = HttpClient.newHttpClient();

  @LocalServerPort private int port;
  @Autowired private Switches switches;
  @Autowired private Phones phones;

  private record Got(String path, String signature, byte[] body) {
    JsonNode message() {
      return JSON.readTree(body).at("/entry/0/changes/0/value/messages/0");
    }
  }

  @DynamicPropertySource
  static void gateway(DynamicPropertyRegistry properties) throws IOException {
    HttpServer gateway =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    gateway.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    gateway.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          boolean form = path.startsWith("/forms");
          String header = form ? "X-Talaria-Signature" : "X-Hub-Signature-256";
          GOT.add(
              new Got(
                  path,
                  exchange.getRequestHeaders().getFirst(header),
                  exchange.getRequestBody().readAllBytes()));
          exchange.sendResponseHeaders(form ? 202 : 200, -1);
          exchange.close();
        });
    gateway.start();
    String base = "http://127.0.0.1:" + gateway.getAddress().getPort();
    properties.add("talaria.simulator.whatsapp.webhook", () -> base + "/");
    properties.add("talaria.simulator.forms.door", () -> base + "/forms");
  }

  @BeforeEach
  void aPhone() {
    GOT.clear();
    phones.add(PHONE, "Ana", java.time.Duration.ZERO);
  }

  @AfterEach
  void goodDays() {
    switches.set(Misbehaviour.NONE);
  }

  @Test
  void a_photo_is_told_by_its_id_and_fetched_with_the_token() throws Exception {
    JsonNode image = sent("PHOTO", "portrait").path("image");
    JsonNode told = JSON.readTree(lookUp(image.path("id").stringValue()).body());

    HttpResponse<byte[]> bytes =
        http.send(authorized(told.path("url").stringValue()), BodyHandlers.ofByteArray());

    byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes.body());
    assertThat(Base64.getEncoder().encodeToString(hash))
        .isEqualTo(image.path("sha256").stringValue());
    assertThat(told.path("file_size").asInt()).isEqualTo(bytes.body().length);
    HttpRequest stranger =
        HttpRequest.newBuilder(URI.create(told.path("url").stringValue())).build();
    assertThat(http.send(stranger, BodyHandlers.discarding()).statusCode()).isEqualTo(401);
  }

  @Test
  void voice_notes_stickers_and_documents_have_whatsapps_shapes() throws Exception {
    assertThat(sent("VOICE", "voice").at("/audio/voice").booleanValue()).isTrue();
    assertThat(sent("STICKER", "sticker").at("/sticker/mime_type").stringValue())
        .isEqualTo("image/webp");
    assertThat(sent("DOCUMENT", "cv").at("/document/filename").stringValue())
        .isEqualTo("curriculum.pdf");
  }

  @Test
  void on_bad_days_a_file_is_lost_or_another() throws Exception {
    JsonNode image = sent("PHOTO", "portrait").path("image");
    String id = image.path("id").stringValue();
    switches.set(troubled(MediaTrouble.LOST));
    assertThat(lookUp(id).statusCode()).isEqualTo(400);

    switches.set(troubled(MediaTrouble.WRONG_HASH));
    String url = JSON.readTree(lookUp(id).body()).path("url").stringValue();
    byte[] bytes = http.send(authorized(url), BodyHandlers.ofByteArray()).body();
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
    assertThat(Base64.getEncoder().encodeToString(hash))
        .isNotEqualTo(image.path("sha256").stringValue());
  }

  @Test
  void a_form_is_handed_in_signed() throws Exception {
    HttpResponse<String> page =
        http.send(
            HttpRequest.newBuilder(uri("/forms/profile?token=abc")).build(),
            BodyHandlers.ofString());
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("Hand it in");

    HttpResponse<String> answer =
        post("/simulator/forms/profile", "{\"token\":\"abc\",\"fields\":{\"height_cm\":178}}");

    assertThat(answer.statusCode()).isEqualTo(202);
    Got got = GOT.getFirst();
    assertThat(got.path()).isEqualTo("/forms/profile");
    assertThat(got.signature()).isEqualTo(Signature.of(got.body(), "demo-form-secret"));
    assertThat(JSON.readTree(got.body()).at("/fields/height_cm").asInt()).isEqualTo(178);
  }

  private JsonNode sent(String as, String sample) throws Exception {
    GOT.clear();
    HttpResponse<String> answer =
        post(
            "/simulator/whatsapp/phones/" + PHONE + "/samples",
            "{\"as\":\"%s\",\"sample\":\"%s\"}".formatted(as, sample));
    assertThat(answer.statusCode()).isEqualTo(200);
    await().until(() -> !GOT.isEmpty());
    return GOT.getFirst().message();
  }

  private static Misbehaviour troubled(MediaTrouble trouble) {
    return new Misbehaviour(false, false, 0, false, 0, 0, 0, false, false, trouble);
  }

  private HttpResponse<String> lookUp(String id) throws Exception {
    return http.send(
        authorized(uri("/v26.0/" + id + "?phone_number_id=1").toString()), BodyHandlers.ofString());
  }

  private static HttpRequest authorized(String url) {
    return HttpRequest.newBuilder(URI.create(url))
        .header("Authorization", "Bearer demo-access-token")
        .build();
  }

  private HttpResponse<String> post(String path, String json) throws Exception {
    return http.send(
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build(),
        BodyHandlers.ofString());
  }

  private URI uri(String path) {
    return URI.create("http://localhost:" + port + path);
  }
}
