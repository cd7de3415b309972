package io.talaria.dev.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.dev.Simulators;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Slack's manners: 200 with {@code ok: false}, forms as well as JSON. */
@SpringBootTest(
    classes = Simulators.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class SlackSimulatorTest {
  private final HttpClient http = HttpClient.newHttpClient();

  @LocalServerPort private int port;
  @Autowired private Channel channel;

  @BeforeEach
  void goodDays() {
    channel.misbehave(Channel.Misbehaviour.NONE);
  }

  @Test
  void a_form_with_blocks_is_posted_and_can_be_updated() throws Exception {
    // when
    var posted = form("chat.postMessage", "channel=%23recruiting&text=Ana&blocks=" + blocks());

    // then
    assertThat(posted.body()).contains("\"ok\":true");
    Post post = channel.all().getLast();
    assertThat(post.channel()).isEqualTo("#recruiting");
    assertThat(post.blocks()).isNotNull();
    assertThat(form("chat.update", "channel=C&ts=" + post.ts() + "&text=seen").body())
        .contains("\"ok\":true");
    assertThat(channel.all().getLast().text()).isEqualTo("seen");
  }

  @Test
  void what_is_refused_is_answered_200() throws Exception {
    var answered = form("chat.postMessage", "text=Ana");
    assertThat(answered.statusCode()).isEqualTo(200);
    assertThat(answered.body()).contains("channel_not_found");
    assertThat(form("chat.update", "channel=C&ts=1.000001&text=x").body())
        .contains("message_not_found");
  }

  @Test
  void too_many_calls_are_told_when_to_come_back() throws Exception {
    channel.misbehave(new Channel.Misbehaviour(0, 1, ""));
    var answered = form("chat.postMessage", "channel=C&text=Ana");
    assertThat(answered.statusCode()).isEqualTo(429);
    assertThat(answered.headers().firstValue("Retry-After")).hasValue("1");
    assertThat(form("chat.postMessage", "channel=C&text=Ana").statusCode()).isEqualTo(200);
  }

  private static String blocks() {
    return URLEncoder.encode("[{\"type\":\"divider\"}]", StandardCharsets.UTF_8);
  }

  private HttpResponse<String> form(String method, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/" + method))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Authorization", "Bearer xoxb-demo")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
