package io.talaria.dev.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.talaria.journal.definition.DefinitionReader;
import io.talaria.journal.definition.InvalidDefinition;
import io.talaria.journal.definition.Rehearsal;
import io.talaria.journal.definition.RehearsalReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever writes a rehearsal has docs/definitions.md and nothing else. */
class DocumentationTest {
  private static final Pattern KEYS = Pattern.compile("\\(([a-z_, ]+)\\)");
  private static final Pattern EXAMPLE =
      Pattern.compile("```yaml\n(- rehearsal:.*?)```", Pattern.DOTALL);

  private static Repertoire techHiring;
  private static String docs;

  @BeforeAll
  static void read() throws IOException {
    techHiring = Repertoire.named("tech-hiring");
    docs = Files.readString(Path.of("../docs/definitions.md"));
  }

  @Test
  void the_example_passes() {
    Matcher example = EXAMPLE.matcher(docs);
    assertThat(example.find()).isTrue();
    Rehearsal rehearsal = rehearsals(example.group(1)).getFirst();

    Result result = Performance.of(techHiring.published(), rehearsal, Rehearse.bots(techHiring));

    assertThat(result.trouble()).isEmpty();
  }

  @Test
  void every_beat_is_told() {
    String yaml = "- rehearsal: Zoe\n  story:\n    - %s\n    - expects: x\n";
    List<String> keys = keys(mistake(yaml.formatted("nothing: x")));
    List<String> sentences = keys(mistake(yaml.formatted("nothing")));

    assertThat(keys).contains("says", "expects alert");
    assertThat(keys)
        .allSatisfy(key -> assertThat(docs.contains("| `" + key + ":")).as(key).isTrue());
    assertThat(sentences).contains("expects silence");
    assertThat(sentences)
        .allSatisfy(key -> assertThat(docs.contains("| `" + key + "`")).as(key).isTrue());
  }

  @Test
  void every_key_of_the_setting_is_told() {
    List<String> keys = keys(mistake("- nothing: x\n"));

    assertThat(keys).contains("candidate");
    assertThat(keys)
        .allSatisfy(key -> assertThat(docs.contains("| `" + key + "` |")).as(key).isTrue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"expects alert", "expects end", "hands back", "sends", "bot fails"})
  void every_word_that_can_be_chosen_is_told(String beat) {
    String yaml = "- rehearsal: Zoe\n  story:\n    - %s: nothing\n    - expects: x\n";
    List<String> words = keys(mistake(yaml.formatted(beat)));

    assertThat(words).hasSizeGreaterThan(3);
    assertThat(words)
        .allSatisfy(word -> assertThat(docs.contains("`" + word + "`")).as(word).isTrue());
  }

  /** One wrong key beside each of these; the mistake names the right ones. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "definition: ",
        "  at_risk: ",
        "  stop: ",
        "  name: retomar",
        "    name: {en: Initial",
        "        label: {en: Role",
        "            title: {en: Backend"
      })
  void every_key_of_a_definition_is_told(String beside) throws IOException {
    int at = definition().indexOf("\n" + beside) + 1;
    String indent = " ".repeat(beside.length() - beside.stripLeading().length());
    String wrong =
        definition().substring(0, at) + indent + "nothing: x\n" + definition().substring(at);
    InvalidDefinition mistakes =
        catchThrowableOfType(InvalidDefinition.class, () -> DefinitionReader.read("x", wrong));

    List<String> keys = keys(mistakes.getMessage());
    assertThat(keys).contains(beside.strip().split(":")[0]);
    assertThat(keys).allSatisfy(key -> assertThat(docs.contains("`" + key + "`")).as(key).isTrue());
  }

  private static String definition() throws IOException {
    try (var in = DefinitionReader.class.getResourceAsStream("/definitions/tech-hiring.yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static List<Rehearsal> rehearsals(String yaml) {
    return RehearsalReader.read("docs", yaml, techHiring.published().definition());
  }

  private static String mistake(String yaml) {
    return catchThrowableOfType(InvalidDefinition.class, () -> rehearsals(yaml)).getMessage();
  }

  /** The valid words as a mistake names them. */
  private static List<String> keys(String message) {
    Matcher keys = KEYS.matcher(message);
    assertThat(keys.find()).as(message).isTrue();
    return List.of(keys.group(1).split(", "));
  }
}
