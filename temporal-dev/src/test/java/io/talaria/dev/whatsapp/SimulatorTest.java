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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The simulator behaves like the network it stands for, on good days and on bad ones. */
@SpringBootTest(
    classes = Simulators.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class SimulatorTest {
  private static final String SEND = "/v26.0/106540352242922/messages";
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration SOON = Duration.ofSeconds(10);

  private static final List<Delivered> WEBHOOKS = new CopyOnWriteArrayList<>();
  private static volatile int answer = 200;
  private static int numbers = 100;

  private final HttpClient http = HttpClient.newHttpClient();
  private final String number = "55119000010" + numbers++;

  @LocalServerPort private int port;
  @Autowired private Switches switches;

  private record Delivered(String signature, byte[] body, JsonNode value) {}

  @DynamicPropertySource
  static void gateway(DynamicPropertyRegistry properties) throws IOException {
    HttpServer gateway =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    gateway.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    gateway.createContext(
        "/",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          String signature = exchange.getRequestHeaders().getFirst("X-Hub-Signature-256");
          JsonNode value = JSON.readTree(body).at("/entry/0/changes/0/value");
          WEBHOOKS.add(new Delivered(signature, body, value));
          exchange.sendResponseHeaders(answer, -1);
          exchange.close();
        });
    gateway.start();
    properties.add(
        "talaria.simulator.whatsapp.webhook",
        () -> "http://127.0.0.1:" + gateway.getAddress().getPort() + "/");
  }

  @AfterEach
  void goodDays() {
    switches.set(Misbehaviour.NONE);
    answer = 200;
  }

  @Test
  void what_a_candidate_writes_arrives_as_a_signed_webhook() throws Exception {
    // given
    candidate("PT0S");

    // when
    post("/simulator/whatsapp/phones/" + number + "/messages", "{\"text\":\"olá 👋\"}");

    // then
    Delivered delivered = await().atMost(SOON).until(() -> message(0), found -> found != null);
    assertThat(delivered.value().at("/messages/0/text/body").asString()).isEqualTo("olá 👋");
    assertThat(delivered.value().at("/metadata/phone_number_id").asString())
        .isEqualTo("106540352242922");
    assertThat(delivered.value().at("/contacts/0/profile/name").asString()).isEqualTo("Ana");
    assertThat(delivered.signature()).isEqualTo(Signature.of(delivered.body(), "demo-app-secret"));
  }

  @Test
  void a_gateway_that_is_away_gets_the_message_later() throws Exception {
    // given
    candidate("PT0S");
    answer = 503;

    // when
    post("/simulator/whatsapp/phones/" + number + "/messages", "{\"text\":\"oi\"}");
    await().atMost(SOON).until(() -> message(1) != null);
    answer = 200;

    // then
    int tries = messages().size();
    await().atMost(SOON).until(() -> messages().size() > tries);
    assertThat(messages())
        .extracting(found -> found.value().at("/messages/0/id").asString())
        .containsOnly(message(0).value().at("/messages/0/id").asString());
  }

  @Test
  void a_send_is_entered_in_the_ledger_and_its_statuses_carry_the_key() throws Exception {
    // given
    candidateWrote();

    // when
    var answered = send("{\"body\":\"oi\"}", "text");

    // then
    String wamid = answered.at("/messages/0/id").asString();
    assertThat(JSON.readTree(get("/ledger")))
        .anyMatch(
            entry ->
                entry.path("wamid").asString().equals(wamid)
                    && entry.path("key").asString().equals("msg:1/0"));
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(statuses(wamid)).contains("sent", "delivered"));
  }

  @Test
  void free_text_outside_of_the_window_is_refused_and_a_template_is_not() throws Exception {
    // given a phone whose last message is thirty hours old
    candidate("PT30H");
    post("/simulator/whatsapp/phones", phone("PT30H", ",\"script\":" + silentScript()));

    // when, then
    assertThat(send("{\"body\":\"oi\"}", "text").at("/error/code").asInt()).isEqualTo(131047);
    JsonNode template =
        send("{\"name\":\"retomar_conversa\",\"language\":{\"code\":\"es\"}}", "template");
    assertThat(template.at("/messages/0/id").asString()).startsWith("wamid.");
  }

  @Test
  void limits_are_those_of_the_real_api() throws Exception {
    candidateWrote();
    assertThat(send("{\"body\":\"\"}", "text").at("/error/code").asInt()).isEqualTo(131008);
    assertThat(send("{\"body\":\"" + "x".repeat(4097) + "\"}", "text").at("/error/code").asInt())
        .isEqualTo(131009);
    assertThat(send(buttons(4), "interactive").at("/error/error_data/details").asString())
        .isEqualTo("Button count must be between 1 and 3.");
    assertThat(send(buttons(3), "interactive").at("/messages/0/id").asString())
        .startsWith("wamid.");
  }

  @Test
  void a_wrong_token_an_unknown_number_and_broken_json_get_graphs_error_shape() throws Exception {
    assertThat(call(SEND, "{}", "Bearer wrong").statusCode()).isEqualTo(401);
    assertThat(call("/v26.0/1/messages", "{}", "Bearer demo-access-token").body())
        .contains("\"code\":100");
    assertThat(call(SEND, "{", "Bearer demo-access-token").body()).contains("not JSON");
  }

  @Test
  void misbehaviour_refuses_throttles_and_goes_away() throws Exception {
    candidateWrote();
    switches.set(new Misbehaviour(false, false, 0, false, 131026, 0, 0, false, false, null));
    assertThat(send("{\"body\":\"a\"}", "text").at("/error/code").asInt()).isEqualTo(131026);
    switches.set(new Misbehaviour(false, false, 0, true, 0, 0, 0, false, false, null));
    assertThat(send("{\"body\":\"a\"}", "text").has("messages")).isTrue();
    assertThat(send("{\"body\":\"b\"}", "text").at("/error/code").asInt()).isEqualTo(131056);
    switches.set(new Misbehaviour(false, false, 0, false, 0, 0, 0, false, true, null));
    assertThat(call(SEND, "{}", "Bearer demo-access-token").statusCode()).isEqualTo(503);
  }

  @Test
  void a_phone_whose_clock_is_behind_writes_in_the_past_until_somebody_takes_it_in_hand()
      throws Exception {
    // given
    post("/simulator/whatsapp/phones", phone("PT6H", ",\"script\":" + silentScript()));
    await().atMost(SOON).until(() -> message(0) != null);
    assertThat(timestamp(message(0))).isBefore(Instant.now().minus(Duration.ofHours(5)));

    // when
    post("/simulator/whatsapp/phones/" + number + "/messages", "{\"text\":\"e aí?\"}");

    // then
    await().atMost(SOON).until(() -> message(1) != null);
    assertThat(timestamp(message(1))).isAfter(Instant.now().minusSeconds(30));
  }

  @Test
  void a_number_that_is_no_number_is_refused_with_a_sentence() throws Exception {
    var answered = post("/simulator/whatsapp/phones", "{\"number\":\"12\",\"name\":\"X\"}");
    assertThat(answered.statusCode()).isEqualTo(400);
    assertThat(answered.body()).contains("8 to 15 digits");
  }

  private void candidate(String behind) throws Exception {
    post("/simulator/whatsapp/phones", phone(behind, ""));
  }

  private void candidateWrote() throws Exception {
    candidate("PT0S");
    post("/simulator/whatsapp/phones/" + number + "/messages", "{\"text\":\"oi\"}");
  }

  private String phone(String behind, String more) {
    return "{\"number\":\"+"
        + number
        + "\",\"name\":\"Ana\",\"behind\":\""
        + behind
        + "\""
        + more
        + "}";
  }

  private static String silentScript() {
    return "{\"language\":\"pt\",\"opening\":[\"oi\"],\"answers\":0}";
  }

  private static String buttons(int count) {
    StringBuilder buttons = new StringBuilder();
    for (int i = 0; i < count; i++) {
      buttons
          .append(i == 0 ? "" : ",")
          .append("{\"type\":\"reply\",\"reply\":{\"id\":\"")
          .append(i)
          .append("\",\"title\":\"Choice\"}}");
    }
    return "{\"type\":\"button\",\"body\":{\"text\":\"Which?\"},\"action\":{\"buttons\":["
        + buttons
        + "]}}";
  }

  private JsonNode send(String content, String type) throws Exception {
    String body =
        "{\"messaging_product\":\"whatsapp\",\"to\":\"%s\",\"type\":\"%s\",\"%s\":%s,\"biz_opaque_callback_data\":\"msg:1/0\"}"
            .formatted(number, type, type, content);
    return JSON.readTree(call(SEND, body, "Bearer demo-access-token").body());
  }

  private List<Delivered> messages() {
    return WEBHOOKS.stream()
        .filter(found -> found.value().at("/messages/0/from").asString("").equals(number))
        .toList();
  }

  private Delivered message(int index) {
    return messages().size() > index ? messages().get(index) : null;
  }

  private static Instant timestamp(Delivered delivered) {
    return Instant.ofEpochSecond(
        Long.parseLong(delivered.value().at("/messages/0/timestamp").asString()));
  }

  private static List<String> statuses(String wamid) {
    return WEBHOOKS.stream()
        .map(found -> found.value().at("/statuses/0"))
        .filter(status -> status.path("id").asString("").equals(wamid))
        .filter(status -> status.path("biz_opaque_callback_data").asString().equals("msg:1/0"))
        .map(status -> status.path("status").asString())
        .toList();
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    return call(path, body, "");
  }

  private String get(String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(uri(path)).build();
    return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  private HttpResponse<String> call(String path, String body, String authorization)
      throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/json")
            .header("Authorization", authorization)
            .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }
}
