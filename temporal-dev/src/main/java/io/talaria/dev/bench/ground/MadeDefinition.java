package io.talaria.dev.bench.ground;

import io.talaria.dev.DefinitionHead;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A definition for measuring: four stages of ten questions, each answered by a tapped button, so
 * that no typing pause hides what the system itself takes. A hello has a pause of one second.
 */
final class MadeDefinition {
  static final String NAME = "bench";

  private static final int STAGES = 4;
  private static final int QUESTIONS = 10;

  private final Path folder;

  MadeDefinition(Path folder) {
    this.folder = folder;
  }

  Path folder() {
    return folder;
  }

  void write() {
    StringBuilder yaml =
        new StringBuilder(
            DefinitionHead.of(
                NAME, "Hi, I am an automated assistant of the team. I ask a few short questions."));
    for (int stage = 1; stage <= STAGES; stage++) {
      yaml.append(
          "  - id: stage_%d\n    name: {en: 'Stage %d'}\n    steps:\n".formatted(stage, stage));
      for (int question = 1; question <= QUESTIONS; question++) {
        yaml.append(question("s%d_q%d".formatted(stage, question)));
      }
    }
    try {
      Files.writeString(Files.createDirectories(folder).resolve(NAME + ".yaml"), yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String question(String id) {
    return """
          - ask: %s
            label: {en: %s}
            answer: choice
            text: {en: 'How would you rate your experience with this part of the work?'}
            choices:
              - id: much
                title: {en: 'Much'}
              - id: some
                title: {en: 'Some'}
              - id: none
                title: {en: 'None'}
    """
        .formatted(id, id);
  }
}
