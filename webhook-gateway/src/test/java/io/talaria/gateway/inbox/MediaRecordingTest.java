package io.talaria.gateway.inbox;

import static io.talaria.gateway.Updates.message;
import static io.talaria.gateway.Updates.messages;
import static io.talaria.gateway.Updates.newPhone;
import static io.talaria.gateway.Updates.newWamid;
import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.gateway.GatewayScenario;
import io.talaria.journey.MessageReceived;
import io.talaria.journey.MessageReceived.Kind;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MediaRecordingTest extends GatewayScenario {
  private static final long AT = 1_750_000_000L;
  private static final String HASH = "SfInY0gGKTsJlUWbwxC1k+FAD0FZHvzwfpvO0zX0GUI=";

  @Test
  void a_photo_is_told_at_once_and_is_to_be_fetched() {
    String phone = newPhone();
    String wamid = newWamid();
    String body =
        messages(
            message(
                phone,
                wamid,
                AT,
                "image",
                Map.of(
                    "id", "1003383421387256",
                    "mime_type", "image/jpeg",
                    "sha256", HASH,
                    "caption", "eu na praia")));
    delivered(body);
    delivered(body);

    UUID candidate = candidateOf(wamid);
    Map<String, Object> file = row("select * from media where candidate_id = ?", candidate);
    assertThat(file)
        .containsEntry("state", "WAITING")
        .containsEntry("kind", "image")
        .containsEntry("whatsapp_id", "1003383421387256")
        .containsEntry("told_sha256", HASH)
        .containsEntry("number_id", "106540352242922")
        .containsEntry("attempts", 0);
    soon(
        () -> {
          MessageReceived heard = journeys.heardOf(candidate).getFirst();
          assertThat(heard.kind()).isEqualTo(Kind.PHOTO);
          assertThat(heard.text()).isEqualTo("eu na praia");
          assertThat(heard.attachment().mediaId()).isEqualTo(file.get("id"));
          assertThat(heard.attachment().mimeType()).isEqualTo("image/jpeg");
        });
  }

  @Test
  void a_document_brings_its_name() {
    String wamid = newWamid();
    delivered(
        messages(
            message(
                newPhone(),
                wamid,
                AT,
                "document",
                Map.of("id", "7", "filename", "currículo.pdf", "mime_type", "application/pdf"))));

    UUID candidate = candidateOf(wamid);
    assertThat(
            opened(
                row("select sealed_name from media where candidate_id = ?", candidate)
                    .get("sealed_name")))
        .isEqualTo("currículo.pdf");
    soon(
        () -> {
          MessageReceived heard = journeys.heardOf(candidate).getFirst();
          assertThat(heard.kind()).isEqualTo(Kind.DOCUMENT);
          assertThat(heard.attachment().fileName()).isEqualTo("currículo.pdf");
          assertThat(heard.text()).isEmpty();
        });
  }

  @Test
  void a_message_that_waits_behind_another_brings_its_file_too() {
    String phone = newPhone();
    String first = newWamid();
    journeys.away = true;
    delivered(messages(message(phone, first, AT, "image", Map.of("id", "1"))));
    delivered(messages(message(phone, newWamid(), AT + 1, "image", Map.of("id", "2"))));
    journeys.away = false;

    UUID candidate = candidateOf(first);
    soon(
        () ->
            assertThat(journeys.heardOf(candidate))
                .hasSize(2)
                .allSatisfy(
                    heard -> {
                      assertThat(heard.kind()).isEqualTo(Kind.PHOTO);
                      assertThat(heard.attachment().mimeType())
                          .isEqualTo("application/octet-stream");
                    }));
  }

  @Test
  void voice_stickers_and_what_has_no_id_stay_unsupported() {
    String phone = newPhone();
    String voice = newWamid();
    delivered(
        messages(
            message(phone, voice, AT, "audio", Map.of("id", "1", "voice", true)),
            message(phone, newWamid(), AT + 1, "sticker", Map.of("id", "2")),
            message(phone, newWamid(), AT + 2, "image", Map.of("caption", "?"))));

    UUID candidate = candidateOf(voice);
    assertThat(count("select count(*) from media where candidate_id = ?", candidate)).isZero();
    soon(
        () ->
            assertThat(journeys.heardOf(candidate))
                .extracting(MessageReceived::kind)
                .containsOnly(Kind.UNSUPPORTED)
                .hasSize(3));
  }
}
