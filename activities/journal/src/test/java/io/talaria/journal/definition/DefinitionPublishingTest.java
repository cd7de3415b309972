package io.talaria.journal.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.talaria.journal.JournalConfiguration;
import io.talaria.journal.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(classes = DefinitionPublishingTest.App.class)
class DefinitionPublishingTest {
  private static final UUID ACCOUNT = UUID.fromString("00000000-0000-0000-0000-000000000001");

  @EnableAutoConfiguration
  @Import(JournalConfiguration.class)
  static class App {}

  @TempDir static Path folder;

  @Autowired DefinitionPublishing publishing;
  @Autowired Definitions definitions;
  @Autowired JdbcClient jdbc;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    TestDatabase.register(properties);
    properties.add("talaria.definitions.path", folder::toString);
    properties.add("talaria.definitions.hour", () -> "5s");
  }

  @BeforeEach
  void empty() {
    jdbc.sql("delete from definition_version").update();
  }

  @Test
  void a_changed_text_is_a_revision_and_a_changed_time_is_a_plan() throws IOException {
    String yaml = DefinitionReaderTest.techHiring().replace("tech-hiring", "house");
    publish(yaml, "v1.0");
    publish(yaml, "v1.0");
    publish(yaml.replace("Which kind of work", "What kind of work"), "v1.1");
    publish(yaml.replace("at_risk: 24h", "at_risk: 36h"), "v2.0");
    assertThat(jdbc.sql("select count(*) from definition_version").query(Long.class).single())
        .isEqualTo(3);
  }

  @Test
  void a_short_hour_is_no_new_version_but_shortens_what_is_handed_out() throws IOException {
    publish(DefinitionReaderTest.techHiring().replace("tech-hiring", "short"), "short", "v1.0");
    Published published = definitions.newest(ACCOUNT, "short");
    assertThat(published.definition().plan().number()).isEqualTo(1);
    assertThat(published.definition().plan().times().atRisk()).hasMinutes(2);
    assertThat(definitions.of(ACCOUNT, "short", 1)).isEqualTo(published);
  }

  @Test
  void a_mistake_publishes_nothing() throws IOException {
    Files.writeString(folder.resolve("broken.yaml"), "definition: broken\n");
    assertThatThrownBy(() -> publishing.publish(ACCOUNT, "broken"))
        .isInstanceOf(InvalidDefinition.class)
        .hasMessageContaining("broken.yaml:1:1");
    assertThat(jdbc.sql("select count(*) from definition_version").query(Long.class).single())
        .isZero();
  }

  @Test
  void a_missing_definition_is_told_with_where_it_was_looked_for() {
    assertThatThrownBy(() -> publishing.publish(ACCOUNT, "nowhere"))
        .isInstanceOf(UnknownDefinition.class)
        .hasMessageContaining("nowhere.yaml")
        .hasMessageContaining(folder.toString());
    assertThatThrownBy(() -> definitions.newest(ACCOUNT, "nowhere"))
        .isInstanceOf(UnknownDefinition.class);
  }

  @Test
  void a_file_that_defines_something_else_is_refused() throws IOException {
    Files.writeString(folder.resolve("other.yaml"), DefinitionReaderTest.techHiring());
    assertThatThrownBy(() -> publishing.publish(ACCOUNT, "other"))
        .hasMessageContaining("defines tech-hiring; expected definition: other");
  }

  private void publish(String yaml, String version) throws IOException {
    publish(yaml, "house", version);
  }

  private void publish(String yaml, String name, String version) throws IOException {
    Files.writeString(folder.resolve(name + ".yaml"), yaml);
    assertThat(publishing.publish(ACCOUNT, name).version()).isEqualTo(version);
  }
}
