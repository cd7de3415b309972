package io.talaria.worker.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.talaria.journal.media.Media;
import io.talaria.journal.media.Media.Waiting;
import io.talaria.journal.media.MediaStore;
import io.talaria.worker.World;
import io.talaria.worker.media.Outcome.Gone;
import io.talaria.worker.media.Outcome.Later;
import io.talaria.worker.media.Outcome.Refused;
import io.talaria.worker.media.Outcome.Stored;
import io.talaria.worker.whatsapp.WhatsAppSettings;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.unit.DataSize;

class FetchTest extends World {
  private static final FakeMedia WHATSAPP = new FakeMedia();
  private static final byte[] JPEG = jpeg(200_000);

  @TempDir static Path folder;

  @Autowired Media media;
  @Autowired MediaStore store;
  @Autowired MediaClient client;
  @Autowired Keeping keeping;

  private Fetch fetch;
  private Fetching fetching;

  @DynamicPropertySource
  static void folder(DynamicPropertyRegistry properties) {
    properties.add("talaria.media.path", folder::toString);
  }

  @BeforeEach
  void whatsApp() {
    var number = new WhatsAppSettings.Number(NUMBER, "the-token", "tech-hiring", ACCOUNT, null);
    var whatsApp =
        new WhatsAppSettings(
            URI.create(WHATSAPP.base()),
            "v26.0",
            List.of(number),
            Duration.ofSeconds(5),
            40,
            Duration.ofSeconds(2));
    var settings =
        new FetchSettings(
            DataSize.ofMegabytes(5),
            DataSize.ofMegabytes(100),
            Duration.ofSeconds(1),
            Duration.ofHours(1),
            List.of("fbsbx.com"));
    fetch = new Fetch(whatsApp, settings, client, keeping);
    fetching = new Fetching(media, fetch, settings);
  }

  @Test
  void a_photo_is_fetched_with_the_numbers_token_and_kept_as_it_was() throws IOException {
    WHATSAPP.has(JPEG);
    UUID id = waiting("image", hash(JPEG), null);

    fetching.look();
    await().untilAsserted(() -> assertThat(state(id)).isEqualTo("STORED"));

    assertThat(kept(id)).isEqualTo(JPEG);
    assertThat(
            jdbc.sql("select type || ' ' || size from media where id = ?")
                .param(id)
                .query(String.class)
                .single())
        .isEqualTo("image/jpeg 200000");
    assertThat(WHATSAPP.asked)
        .containsExactly(
            "/v26.0/wa-1?phone_number_id=" + NUMBER + " Bearer the-token",
            "/bytes/1 Bearer the-token");
    assertThat(parts()).isEmpty();
  }

  @Test
  void bytes_with_another_hash_are_tried_thrice_and_then_refused() {
    WHATSAPP.has(JPEG);
    byte[] other = JPEG.clone();
    other[100_000]++;
    UUID id = waiting("image", hash(other), null);

    assertThat(fetch.attempt(file(id, 1))).isEqualTo(new Later("hash"));
    assertThat(fetch.attempt(file(id, 2))).isEqualTo(new Later("hash"));
    assertThat(fetch.attempt(file(id, 3))).isEqualTo(new Refused("hash"));
    assertThat(kept(id)).isNull();
    assertThat(parts()).isEmpty();
  }

  @Test
  void what_is_larger_than_allowed_is_refused_by_what_is_told_and_by_what_comes() {
    WHATSAPP.has(JPEG);
    WHATSAPP.toldSize = 5L * 1024 * 1024 + 1;
    assertThat(fetch.attempt(file(waiting("image", null, null), 1)))
        .isEqualTo(new Refused("too_large"));
    assertThat(WHATSAPP.asked).hasSize(1);

    WHATSAPP.has(jpeg(5 * 1024 * 1024 + 1));
    UUID id = waiting("image", hash(WHATSAPP.bytes), null);
    assertThat(fetch.attempt(file(id, 1))).isEqualTo(new Refused("too_large"));
    assertThat(kept(id)).isNull();

    WHATSAPP.has(jpeg(5 * 1024 * 1024));
    UUID just = waiting("image", hash(WHATSAPP.bytes), null);
    assertThat(fetch.attempt(file(just, 1))).isEqualTo(new Stored(5L * 1024 * 1024, "image/jpeg"));
    assertThat(kept(just)).isEqualTo(WHATSAPP.bytes);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "image    | a.jpg  | MZ\u0090\u0000\u0003program",
        "document | a.pdf  | MZ\u0090\u0000\u0003program",
        "document | a.sh   | #!/bin/sh rm -rf",
        "image    | a.jpg  | <!DOCTYPE html><html><script>alert(1)</script>",
        "document | a.txt  | <html><body onload=alert(1)>",
        "image    | a.png  | <svg xmlns=^http://www.w3.org/2000/svg^><script/></svg>",
        "document | a.svg  | <?xml version=^1.0^?><svg xmlns=^http://www.w3.org/2000/svg^/>",
        "document | a.zip  | PK\u0003\u0004\u0014aaaaaaaaaaaaaaaaaaaaaaaaa.class",
        "document | a.docx | PK\u0003\u0004\u0014aaaaaaaaaaaaaaaaaaaaaaaaa.class",
        "image    | a.jpg  | %PDF-1.7 a document where a photo was told",
      })
  void what_may_be_a_program_or_a_page_is_refused_whatever_it_is_called(
      String kind, String name, String text) {
    WHATSAPP.has(text.getBytes(StandardCharsets.ISO_8859_1));
    UUID id = waiting(kind, hash(WHATSAPP.bytes), name);
    assertThat(fetch.attempt(file(id, 1))).isEqualTo(new Refused("type"));
    assertThat(kept(id)).isNull();
  }

  @Test
  void a_photo_with_a_page_behind_it_is_a_photo_and_nothing_else() {
    byte[] polyglot = jpeg(2_000);
    byte[] page = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
    System.arraycopy(page, 0, polyglot, 1_000, page.length);
    WHATSAPP.has(polyglot);
    UUID id = waiting("image", hash(polyglot), null);
    assertThat(fetch.attempt(file(id, 1))).isEqualTo(new Stored(2_000, "image/jpeg"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cv.pdf  | %PDF-1.7 something        | application/pdf",
        "cv.txt  | Ana Souza, Java           | text/plain",
        "cv.docx | PK\u0003\u0004\u0014..[Content_Types].xml | application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      })
  void documents_that_people_send_are_kept(String name, String text, String type) {
    WHATSAPP.has(text.getBytes(StandardCharsets.ISO_8859_1));
    UUID id = waiting("document", hash(WHATSAPP.bytes), name);
    assertThat(fetch.attempt(file(id, 1))).isEqualTo(new Stored(WHATSAPP.bytes.length, type));
  }

  @ParameterizedTest
  @CsvSource({
    "404, 0, 1, Later, expired",
    "400, 100, 5, Later, expired",
    "404, 0, 6, Gone, expired",
    "400, 100, 6, Gone, expired",
    "401, 190, 9, Later, token",
    "403, 10, 9, Later, token",
    "429, 4, 9, Later, throttled",
    "400, 130429, 9, Later, throttled",
    "503, 2, 9, Later, away",
  })
  void each_answer_to_the_look_up_is_sorted(
      int status, int code, int attempt, String outcome, String reason) {
    WHATSAPP.has(JPEG);
    WHATSAPP.lookUp = status;
    WHATSAPP.errorCode = code;
    Outcome expected = outcome.equals("Gone") ? new Gone(reason) : new Later(reason);
    assertThat(fetch.attempt(file(waiting("image", null, null), attempt))).isEqualTo(expected);
  }

  @Test
  void an_address_that_is_over_is_asked_for_anew() {
    WHATSAPP.has(JPEG);
    WHATSAPP.download = 404;
    assertThat(fetch.attempt(file(waiting("image", null, null), 9)))
        .isEqualTo(new Later("expired"));
  }

  @Test
  void bytes_that_stop_coming_are_given_up_in_time_and_leave_nothing() {
    WHATSAPP.has(JPEG);
    WHATSAPP.stalls = true;
    UUID id = waiting("image", hash(JPEG), null);
    assertThat(fetch.attempt(file(id, 1))).isEqualTo(new Later("away"));
    assertThat(kept(id)).isNull();
    assertThat(parts()).isEmpty();
  }

  @Test
  void the_token_goes_to_whatsapps_hosts_only() {
    WHATSAPP.has(JPEG);
    for (String url :
        new String[] {
          "https://example.com/x",
          "http://lookaside.fbsbx.com/x",
          "https://fbsbx.com.example.com/x",
          "file:///etc/passwd"
        }) {
      WHATSAPP.url = url;
      assertThat(fetch.attempt(file(waiting("image", null, null), 1))).isEqualTo(new Later("host"));
    }
  }

  @Test
  void a_file_that_could_not_be_fetched_for_seven_days_is_given_up() {
    WHATSAPP.has(JPEG);
    WHATSAPP.lookUp = 503;
    UUID id = waiting("image", null, null);
    Waiting old =
        new Waiting(id, candidate(id), NUMBER, "image", "wa-1", null, null, 30, Duration.ofDays(7));
    assertThat(fetch.attempt(old)).isEqualTo(new Gone("given_up"));
  }

  @Test
  void a_file_is_one_workers_until_its_lease_is_over_and_settled_once() {
    UUID id = waiting("image", null, null);
    assertThat(media.claim(100, Duration.ofMinutes(1))).extracting(Waiting::id).contains(id);
    assertThat(media.claim(100, Duration.ofMinutes(1))).extracting(Waiting::id).doesNotContain(id);
    jdbc.sql("update media set next_at = now() where id = ?").param(id).update();
    assertThat(media.claim(100, Duration.ofMinutes(1)))
        .filteredOn(file -> file.id().equals(id))
        .singleElement()
        .satisfies(file -> assertThat(file.attempts()).isEqualTo(2));
    assertThat(media.stored(id, 1, "image/png")).isTrue();
    assertThat(media.refused(id, "hash")).isFalse();
    assertThat(state(id)).isEqualTo("STORED");
  }

  private UUID waiting(String kind, String hash, String name) {
    Ana ana = ana();
    UUID id = UUID.randomUUID();
    jdbc.sql("delete from media where state = 'WAITING'").update();
    jdbc.sql(
            """
            insert into media (id, account_id, candidate_id, message_id, number_id, kind, whatsapp_id,
                               told_sha256, sealed_name)
            values (:id, :account, :candidate, :message, :number, :kind, 'wa-1', :hash, :name)
            """)
        .param("id", id)
        .param("account", ACCOUNT)
        .param("candidate", ana.candidate())
        .param("message", ana.message())
        .param("number", NUMBER)
        .param("kind", kind)
        .param("hash", hash)
        .param("name", sealed.text(ana.candidate(), name), java.sql.Types.BINARY)
        .update();
    return id;
  }

  private Waiting file(UUID id, int attempt) {
    jdbc.sql("update media set next_at = now(), attempts = ? where id = ?")
        .params(attempt - 1, id)
        .update();
    return media.claim(1, Duration.ofMinutes(1)).getFirst();
  }

  private String state(UUID id) {
    return jdbc.sql("select state from media where id = ?").param(id).query(String.class).single();
  }

  private UUID candidate(UUID id) {
    return jdbc.sql("select candidate_id from media where id = ?")
        .param(id)
        .query(UUID.class)
        .single();
  }

  /** Null when nothing is. */
  private byte[] kept(UUID id) {
    try {
      var bytes = store.read(candidate(id), id);
      if (bytes.isEmpty()) {
        return null;
      }
      try (InputStream in = bytes.get()) {
        return in.readAllBytes();
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static java.util.List<Path> parts() {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".part")).toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static byte[] jpeg(int size) {
    byte[] bytes = new byte[size];
    Arrays.fill(bytes, (byte) 7);
    byte[] head = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 16, 'J', 'F', 'I', 'F'};
    System.arraycopy(head, 0, bytes, 0, head.length);
    return bytes;
  }

  private static String hash(byte[] bytes) {
    try {
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
