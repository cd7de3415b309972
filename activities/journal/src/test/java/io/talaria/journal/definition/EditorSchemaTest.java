package io.talaria.journal.definition;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.talaria.journal.definition.Slips.Kind;
import io.talaria.journal.definition.Slips.Slip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What editors complain of, beside what the reader refuses. */
class EditorSchemaTest {
  private static final Path FOLDER = Path.of("src/main/resources/definitions");
  private static final Schema DEFINITIONS = schema(EditorSchema.DEFINITION);
  private static final Schema REHEARSALS = schema(EditorSchema.REHEARSALS);
  private static final int SLIPS = 120;

  private static Schema schema(EditorSchema schema) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(schema.json());
  }

  static List<String> definitions() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(".yaml") && !file.contains(".rehearsals."))
          .map(file -> file.replace(".yaml", ""))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_file_that_editors_read_is_what_the_readers_take(EditorSchema schema) throws IOException {
    assertThat(Files.readString(FOLDER.resolve(schema.file())))
        .as("temporal-dev/schema writes it anew")
        .isEqualTo(schema.json());
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void a_definition_that_comes_along_names_the_schema_and_keeps_to_it(String name)
      throws IOException {
    String yaml = Files.readString(FOLDER.resolve(name + ".yaml"));

    assertThat(yaml.lines().findFirst())
        .contains("# yaml-language-server: $schema=" + EditorSchema.DEFINITION.file());
    assertThat(DEFINITIONS.validate(PlainYaml.read(yaml))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void rehearsals_that_come_along_name_their_schema_and_keep_to_it(String name) throws IOException {
    String yaml = Files.readString(FOLDER.resolve(name + ".rehearsals.yaml"));

    assertThat(yaml.lines().findFirst())
        .contains("# yaml-language-server: $schema=" + EditorSchema.REHEARSALS.file());
    assertThat(REHEARSALS.validate(PlainYaml.read(yaml))).isEmpty();
  }

  /**
   * Which languages a definition has, and what one place says of another, the reader alone knows.
   */
  @ParameterizedTest
  @MethodSource("definitions")
  void a_slip_that_the_editor_tells_is_told_by_the_reader_and_nearly_always_the_other_way(
      String name) {
    var slips = new Slips(Slips.lines(name), new Random(7));
    List<String> languages = languages(name);
    var both = 0;
    var languageSlips = 0;
    var missed = new ArrayList<String>();
    for (int i = 0; i < SLIPS; i++) {
      Slip slip = slips.next();
      while (slip.kind() == Kind.A_CYCLE) {
        // Where a branch leads is the reader's to know.
        slip = slips.next();
      }
      JsonNode seen;
      try {
        seen = PlainYaml.read(slip.yaml());
      } catch (RuntimeException noYaml) {
        continue;
      }
      boolean refused = !Slips.mistakes(slip.yaml()).isEmpty();
      boolean marked = !DEFINITIONS.validate(seen).isEmpty();
      String told = "%s, line %d, %s: %s".formatted(name, slip.line() + 1, slip.kind(), slip.was());
      assertThat(marked && !refused).as("marked by the editor alone: " + told).isFalse();
      if (marked) {
        both++;
      } else if (refused && languages.contains(slip.key())) {
        languageSlips++;
      } else if (refused) {
        missed.add(slip.kind() + " " + slip.was().strip());
      }
    }
    int refused = both + missed.size();
    System.out.printf(
        "%s: the editor marks %d of %d slips that the reader refuses, and %d of languages not%n",
        name, both, refused, languageSlips);
    assertThat(both).as("not marked: %s", missed).isGreaterThan(refused * 90 / 100);
  }

  private static List<String> languages(String name) {
    String yaml = String.join("\n", Slips.lines(name));
    return DefinitionReader.read(name, yaml).plan().languages();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          bot: script                | bot: {engine: http, nam: x}
          bot: script                | bot: {engine: script, name: x}
          bot: script                | bot: {engine: http, name: x}
          bot: script                | boot: script
          typing_pause: 4s           | typing_pause: 4 seconds
          typing_pause: 4s           | typing_pause: [4s]
          nudges: [4h]               | nudges: 4h
          zone: Europe/London        | zon: Europe/London
          category: utility          | category: utilities
          below_confidence: 0.7      | below_confidence: 7
          for: 3d                    | for: 3d\\n        until: graduation
          max: 50                    | max: many
          answer: email              | answer: mail
          answer: email              | answer: email\\n        min: 3
          active: true               | active: sometimes
          title: {en: Data}          | title: {en: A title that is too long}
          title: {en: Both}          | title: {en: A title that is longer than a row}
          button: {en: Choose}       | hint: {en: No button}
          is: backend                | is: backend, one_of: [backend]
          at_least: 5, at_most: 9    | at_last: 5
          max: 3                     | max: 21
          monday: none               | monday: nothing
          url: "https://forms        | url: "http://forms
          weekdays: [monday]         | weekdays: [mon]
          - otherwise: third         | - {otherwise: third, to: talk}
          """)
  void what_is_wrong_in_itself_is_refused_by_both(String right, String wrong) {
    String sample = EditorSchema.sample();
    String spoilt = sample.replace(right.strip(), wrong.strip().replace("\\n", "\n"));

    assertThat(spoilt).isNotEqualTo(sample);
    assertThat(DEFINITIONS.validate(PlainYaml.read(sample))).isEmpty();
    assertThat(Slips.mistakes(spoilt)).as(spoilt).isNotEmpty();
    assertThat(DEFINITIONS.validate(PlainYaml.read(spoilt))).as(wrong).isNotEmpty();
  }

  @Test
  void an_unknown_key_of_a_bot_is_refused_with_its_line_its_column_and_the_nearest_word() {
    String yaml =
        EditorSchema.sample()
            .replace("\nbot: script\n", "\nbot: {engine: http, name: x, fallbak: human}\n");

    assertThat(Slips.mistakes(yaml))
        .anySatisfy(
            mistake -> {
              assertThat(mistake.column()).isEqualTo(30);
              assertThat(mistake.example()).isEqualTo("fallback");
              assertThat(mistake.found()).isEqualTo("`fallbak`");
            });
  }

  @Test
  void every_key_has_a_description_for_the_hover() {
    assertThat(EditorSchema.DEFINITION.json())
        .contains("\"description\" : \"How long the bot waits after a text that looks finished")
        .contains("https://json-schema.org/draft/2020-12/schema");
  }
}
