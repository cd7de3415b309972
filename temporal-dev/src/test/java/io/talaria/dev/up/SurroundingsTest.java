package io.talaria.dev.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SurroundingsTest {
  private static final Path MEDIA = Path.of("/var/media");

  @ParameterizedTest
  @ValueSource(strings = {"TALARIA_WHATSAPP_GRAPHBASEURL", "TALARIA_WHATSAPP_GRAPH_BASE_URL"})
  void what_the_caller_set_wins_in_either_spelling(String name) {
    var environment =
        Surroundings.of(Ports.DEFAULT, null, "b1", MEDIA, Map.of(name, "https://graph.example"));
    assertThat(environment).containsEntry(name, "https://graph.example");
    assertThat(environment.keySet().stream().filter(key -> key.contains("GRAPH"))).hasSize(1);
  }

  @Test
  void everything_points_at_the_ports_of_the_stack() {
    var environment = Surroundings.of(Ports.from(9000), null, "b1", MEDIA, Map.of());
    assertThat(environment)
        .containsEntry("SPRING_TEMPORAL_CONNECTION_TARGET", "127.0.0.1:9020")
        .containsEntry("SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:9022/talaria")
        .containsEntry("TALARIA_CONSOLE_URL", "http://localhost:9010")
        .containsEntry("TALARIA_SIMULATOR_FORMS_DOOR", "http://127.0.0.1:9000/api/v1/forms")
        .containsEntry("TALARIA_MEDIA_PATH", "/var/media")
        .doesNotContainKey("TALARIA_DEFINITIONS_HOUR");
  }
}
