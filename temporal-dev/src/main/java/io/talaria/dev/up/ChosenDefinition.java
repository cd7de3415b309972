package io.talaria.dev.up;

import io.talaria.journal.definition.Answer;
import io.talaria.journal.definition.Definition;
import io.talaria.journal.definition.DefinitionReader;
import io.talaria.journal.definition.Step;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the demo's number plays instead of {@code tech-hiring}: a definition that comes along, or a
 * file of one's own.
 *
 * @param folder where the file is; null for one that comes along
 * @param forms ids of its web forms, which the simulated provider shows
 */
record ChosenDefinition(String name, @Nullable Path folder, List<String> forms) {
  private static final String YAML = ".yaml";
  private static final String NUMBER = "TALARIA_WHATSAPP_NUMBERS_0_";
  private static final String FORMS = "TALARIA_FORMS_KNOWN_";

  /**
   * @param asked a name such as {@code graduates}, or a file such as {@code my/team.yaml}
   * @throws IllegalArgumentException with a sentence that says what was expected
   * @throws io.talaria.journal.definition.InvalidDefinition with every mistake of the file
   */
  static ChosenDefinition of(String asked) {
    try {
      return asked.endsWith(YAML)
          ? file(Path.of(asked).toAbsolutePath().normalize())
          : named(asked);
    } catch (IOException e) {
      throw new IllegalArgumentException(asked + " can't be read: " + e.getMessage(), e);
    }
  }

  /**
   * The caller's environment with the demo's number on this definition. A number and forms that the
   * caller set stay theirs.
   */
  Map<String, String> over(Map<String, String> caller) {
    Map<String, String> all = new HashMap<>(caller);
    // A list is taken from one place as a whole, so all of the number's keys are needed.
    all.putIfAbsent(NUMBER + "PHONENUMBERID", "106540352242922");
    all.putIfAbsent(NUMBER + "ACCESSTOKEN", "demo-access-token");
    all.put(NUMBER + "DEFINITION", name);
    if (folder != null) {
      all.put("TALARIA_DEFINITIONS_PATH", folder.toString());
    }
    if (caller.keySet().stream().noneMatch(key -> key.startsWith(FORMS))) {
      for (int i = 0; i < forms.size(); i++) {
        all.put(FORMS + i + "_ID", forms.get(i));
        all.put(FORMS + i + "_SECRET", "demo-form-secret");
      }
    }
    return Map.copyOf(all);
  }

  private static ChosenDefinition file(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException("--definition: there is no file " + file);
    }
    String stem = Objects.requireNonNull(file.getFileName()).toString().replace(YAML, "");
    Definition definition = DefinitionReader.read(file.toString(), Files.readString(file));
    if (!definition.plan().definition().equals(stem)) {
      throw new IllegalArgumentException(
          "%s defines %s; expected definition: %s"
              .formatted(file, definition.plan().definition(), stem));
    }
    return new ChosenDefinition(stem, file.getParent(), forms(definition));
  }

  private static ChosenDefinition named(String name) throws IOException {
    String file = name + YAML;
    try (InputStream in = ChosenDefinition.class.getResourceAsStream("/definitions/" + file)) {
      if (in == null) {
        throw new IllegalArgumentException(
            "--definition expects one that comes along, such as graduates, or a file of your own,"
                + " such as my/team.yaml; there is no "
                + name);
      }
      String yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new ChosenDefinition(name, null, forms(DefinitionReader.read(file, yaml)));
    }
  }

  private static List<String> forms(Definition definition) {
    return definition.steps().values().stream()
        .flatMap(List::stream)
        .filter(Step.Ask.class::isInstance)
        .map(Step.Ask.class::cast)
        .filter(ask -> ask.answer() instanceof Answer.Form)
        .map(Step.Ask::id)
        .toList();
  }
}
