package io.talaria.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journey.MessageReceived.Kind;
import io.temporal.common.converter.DefaultDataConverter;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MessageReceivedTest {
  private static final DefaultDataConverter TEMPORAL = DefaultDataConverter.newDefaultInstance();
  private static final UUID ID = new UUID(0, 7);
  private static final MessageReceived TEXT =
      new MessageReceived(ID, 1, Instant.EPOCH, Kind.TEXT, "oi", null, "n");

  @Test
  void a_text_looks_in_histories_as_it_did_before_files_and_forms() {
    var payload = TEMPORAL.toPayload(TEXT).orElseThrow();

    assertThat(payload.getData().toStringUtf8())
        .doesNotContain("attachment")
        .doesNotContain("form");
    assertThat(TEMPORAL.fromPayload(payload, MessageReceived.class, MessageReceived.class))
        .isEqualTo(TEXT);
  }

  @Test
  void a_photo_and_a_form_arrive_as_they_left() {
    var photo =
        new MessageReceived(
            ID,
            2,
            Instant.EPOCH,
            Kind.PHOTO,
            "eu",
            null,
            "n",
            new Attachment(ID, "image/jpeg", null),
            null);
    var form =
        new MessageReceived(
            ID,
            3,
            Instant.EPOCH,
            Kind.FORM,
            "",
            null,
            "n",
            null,
            new FormAnswers("profile", Map.of("height", "178")));

    for (MessageReceived message : new MessageReceived[] {photo, form}) {
      var payload = TEMPORAL.toPayload(message).orElseThrow();
      assertThat(TEMPORAL.fromPayload(payload, MessageReceived.class, MessageReceived.class))
          .isEqualTo(message);
    }
  }
}
