package io.talaria.dev.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.dev.DefinitionHead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The phone shows a template as its candidate would read it. */
class ApprovedTemplatesTest {
  @Test
  void every_definition_that_comes_along_has_its_templates_approved() {
    var templates = new ApprovedTemplates("");

    assertThat(templates.text("retomar_cadastro", "pt_BR", List.of()))
        .hasValueSatisfying(text -> assertThat(text).startsWith("Seu cadastro"));
    assertThat(templates.text("lembrete_de_conversa", "es", List.of("lunes, 10:00")))
        .hasValue("Un recordatorio de nuestra agencia. Te llamamos el lunes, 10:00.");
    assertThat(templates.text("retomar_cadastro", "fr", List.of())).isEmpty();
    assertThat(templates.text("nobody_has_this", "en", List.of())).isEmpty();
  }

  @Test
  void so_has_a_definition_of_ones_own_and_a_wrong_file_beside_it_harms_nobody(@TempDir Path folder)
      throws IOException {
    String stages =
        "  - id: a\n    name: {en: A}\n    steps:\n"
            + "      - {ask: b, label: {en: B}, text: {en: C}, answer: text}\n";
    String head = DefinitionHead.of("team", "Hi, a machine speaks.");
    Files.writeString(folder.resolve("team.yaml"), head + stages);
    Files.writeString(folder.resolve("wrong.yaml"), "definition: wrong\n");
    Files.writeString(folder.resolve("team.rehearsals.yaml"), "- rehearsal: x\n");

    assertThat(new ApprovedTemplates(folder.toString()).text("come_back", "en", List.of()))
        .hasValue("Shall we go on where we were?");
  }
}
