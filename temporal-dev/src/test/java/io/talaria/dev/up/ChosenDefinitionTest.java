package io.talaria.dev.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.talaria.dev.DefinitionHead;
import io.talaria.journal.definition.InvalidDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody tries another definition than the demo's on the phone. */
class ChosenDefinitionTest {
  private static final String STAGES =
      """
        - id: hello
          name: {en: Hello}
          steps:
            - form: shifts
              label: {en: Shifts}
              text: {en: "Tell us here: {link}"}
              url: "https://forms.example/anywhere?t={token}"
              fields: [{id: shift, label: {en: Shift}}]
      """;

  @TempDir Path folder;

  @Test
  void one_that_comes_along_gets_the_number_and_its_forms() {
    var environment = ChosenDefinition.of("modelling-agency").over(Map.of("PATH", "/bin"));

    assertThat(environment)
        .containsEntry("TALARIA_WHATSAPP_NUMBERS_0_DEFINITION", "modelling-agency")
        .containsEntry("TALARIA_WHATSAPP_NUMBERS_0_PHONENUMBERID", "106540352242922")
        .containsEntry("TALARIA_WHATSAPP_NUMBERS_0_ACCESSTOKEN", "demo-access-token")
        .containsEntry("TALARIA_FORMS_KNOWN_0_ID", "details")
        .containsEntry("TALARIA_FORMS_KNOWN_1_ID", "shift_form")
        .containsEntry("PATH", "/bin")
        .doesNotContainKey("TALARIA_DEFINITIONS_PATH");
  }

  @Test
  void a_file_of_ones_own_is_found_in_its_folder() throws IOException {
    Path file = written("team", DefinitionHead.of("team", "Hi, a machine speaks.") + STAGES);

    assertThat(ChosenDefinition.of(file.toString()).over(Map.of()))
        .containsEntry("TALARIA_WHATSAPP_NUMBERS_0_DEFINITION", "team")
        .containsEntry("TALARIA_DEFINITIONS_PATH", folder.toString())
        .containsEntry("TALARIA_FORMS_KNOWN_0_ID", "shifts");
  }

  @Test
  void a_number_and_forms_of_the_caller_stay_theirs() {
    var environment =
        ChosenDefinition.of("modelling-agency")
            .over(
                Map.of(
                    "TALARIA_WHATSAPP_NUMBERS_0_PHONENUMBERID", "1",
                    "TALARIA_WHATSAPP_NUMBERS_0_PHASE", "observe",
                    "TALARIA_FORMS_KNOWN_0_ID", "details"));

    assertThat(environment)
        .containsEntry("TALARIA_WHATSAPP_NUMBERS_0_PHONENUMBERID", "1")
        .containsEntry("TALARIA_WHATSAPP_NUMBERS_0_PHASE", "observe")
        .doesNotContainKeys("TALARIA_FORMS_KNOWN_0_SECRET", "TALARIA_FORMS_KNOWN_1_ID");
  }

  @Test
  void what_is_wrong_is_told_before_anything_starts() throws IOException {
    assertThatThrownBy(() -> ChosenDefinition.of("graduate"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("there is no graduate");
    assertThatThrownBy(() -> ChosenDefinition.of("my/none.yaml"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("there is no file ")
        .hasMessageEndingWith("none.yaml");
    Path other = written("other", DefinitionHead.of("team", "Hi, a machine speaks.") + STAGES);
    assertThatThrownBy(() -> ChosenDefinition.of(other.toString()))
        .hasMessage(other + " defines team; expected definition: other");
    Path wrong = written("wrong", "definition: wrong\n");
    assertThatThrownBy(() -> ChosenDefinition.of(wrong.toString()))
        .isInstanceOf(InvalidDefinition.class)
        .hasMessageContaining(wrong + ":1");
  }

  @Test
  void the_option_changes_the_environment_and_its_absence_nothing() {
    Map<String, String> caller = Map.of("TALARIA_WHATSAPP_NUMBERS_0_DEFINITION", "existing-bot");

    assertThat(Options.parse(List.of()).environment(caller)).isEqualTo(caller);
    assertThat(Options.parse(List.of("--definition", "graduates")).environment(caller))
        .containsEntry("TALARIA_WHATSAPP_NUMBERS_0_DEFINITION", "graduates");
  }

  private Path written(String name, String yaml) throws IOException {
    return Files.writeString(folder.resolve(name + ".yaml"), yaml);
  }
}
