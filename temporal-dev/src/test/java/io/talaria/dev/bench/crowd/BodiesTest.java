package io.talaria.dev.bench.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BodiesTest {
  private static final Instant AT = Instant.ofEpochSecond(1_700_000_000);

  private final Bodies bodies = new Bodies("106540352242922");
  private final Candidate candidate = new Candidate(7);
  private final Reply asked =
      new Reply(
          "wamid.asked",
          candidate.number,
          "msg:1/0",
          "button_reply",
          List.of(new Reply.Choice("q1:much", "Much"), new Reply.Choice("q1:none", "None")),
          AT);

  @Test
  void a_text_is_a_message_as_whatsapp_tells_it() {
    JsonNode value = value(bodies.text(candidate, "wamid.1", AT, "oi"));

    assertThat(value.path("metadata").path("phone_number_id").asString())
        .isEqualTo("106540352242922");
    assertThat(value.path("contacts").get(0).path("wa_id").asString()).isEqualTo("9990000000007");
    JsonNode message = value.path("messages").get(0);
    assertThat(message.path("id").asString()).isEqualTo("wamid.1");
    assertThat(message.path("timestamp").asString()).isEqualTo("1700000000");
    assertThat(message.path("text").path("body").asString()).isEqualTo("oi");
  }

  @Test
  void a_tap_names_the_first_choice_and_the_reply_that_showed_it() {
    JsonNode message = value(bodies.tap(candidate, "wamid.2", AT, asked)).path("messages").get(0);

    assertThat(message.path("context").path("id").asString()).isEqualTo("wamid.asked");
    assertThat(message.path("interactive").path("button_reply").path("id").asString())
        .isEqualTo("q1:much");
  }

  @Test
  void a_status_carries_our_key_and_the_price_comes_once() {
    JsonNode sent = value(bodies.status(candidate, asked, "sent", AT)).path("statuses").get(0);
    JsonNode read = value(bodies.status(candidate, asked, "read", AT)).path("statuses").get(0);

    assertThat(sent.path("biz_opaque_callback_data").asString()).isEqualTo("msg:1/0");
    assertThat(sent.path("pricing").path("billable").asBoolean()).isTrue();
    assertThat(read.has("pricing")).isFalse();
  }

  private static JsonNode value(String body) {
    return JsonMapper.shared()
        .readTree(body)
        .path("entry")
        .get(0)
        .path("changes")
        .get(0)
        .path("value");
  }
}
