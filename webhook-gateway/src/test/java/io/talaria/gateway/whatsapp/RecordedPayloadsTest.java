package io.talaria.gateway.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.gateway.GatewayScenario;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIf;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Shapes that Meta documents or others have seen, where they are kept beside this repository. */
@EnabledIf("present")
class RecordedPayloadsTest extends GatewayScenario {
  private static final Path PAYLOADS = Path.of("../../shared/whatsapp/payloads");

  static boolean present() {
    return Files.isDirectory(PAYLOADS);
  }

  @TestFactory
  Stream<DynamicTest> every_shape_is_accepted_leaves_a_row_and_breaks_nothing() {
    return files().stream().map(file -> DynamicTest.dynamicTest(name(file), () -> accepts(file)));
  }

  @Test
  void nothing_of_them_fails() {
    Object begun = row("select now() as begun").get("begun");
    for (Path file : files()) {
      accepts(file);
    }
    workedOff();
    assertThat(rows("select item, detail from quarantine where reason = 'failing'")).isEmpty();
    assertThat(
            rows("select * from quarantine where reason = 'not_json' and created_at >= ?", begun))
        .isEmpty();
  }

  @Test
  void the_published_vectors_are_genuine() throws IOException {
    JsonNode vectors =
        JsonMapper.builder().build().readTree(PAYLOADS.resolve("vector-signatures.json").toFile());
    byte[] file = Files.readAllBytes(PAYLOADS.resolve("meta-bsuid-incoming-text-no-phone.json"));
    assertThat(post(file, vectors.at("/meta/x_hub_signature_256").asString()).statusCode())
        .isEqualTo(200);
    byte[] unicode =
        vectors.at("/meta_unicode/body_utf8").asString().getBytes(StandardCharsets.UTF_8);
    assertThat(
            post(unicode, vectors.at("/meta_unicode/x_hub_signature_256").asString()).statusCode())
        .isEqualTo(200);
  }

  private void accepts(Path file) {
    long before = count("select count(*) from webhook_delivery");
    try {
      byte[] body = Files.readAllBytes(file);
      assertThat(post(body, signed(body, "test-app-secret")).statusCode()).isEqualTo(200);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    assertThat(count("select count(*) from webhook_delivery")).isEqualTo(before + 1);
  }

  private static List<Path> files() {
    try (Stream<Path> files = Files.list(PAYLOADS)) {
      return files.filter(file -> name(file).endsWith(".json")).sorted().toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }
}
