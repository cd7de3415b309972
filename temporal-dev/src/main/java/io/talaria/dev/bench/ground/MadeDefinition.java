package io.talaria.dev.bench.ground;

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

  private static final String HEAD =
      """
      definition: bench
      languages: [en]
      countries: {}
      times:
        typing_pause: 1s
        long_typing_pause: 2s
        nudges: [4h, 20h]
        at_risk: 24h
        waiting: 15m
        drop_off: 7d
        after_end: 30d
      words:
        stop: [STOP]
        person: [person]
        language:
          en: [english]
      texts:
        greeting: {en: 'Hi, I am an automated assistant of the team. I ask a few short questions.'}
        disclosure: {en: 'This is an automated message.'}
        not_understood: {en: 'I did not understand that.'}
        choose_hint: {en: 'I did not understand that. Tap one of the choices.'}
        number_hint: {en: 'I need a number here, such as 3.'}
        person_called: {en: 'I have told a recruiter.'}
        opted_out: {en: 'You will get no more messages from us.'}
        unsupported: {en: 'I can read text only.'}
        language_changed: {en: 'We go on in English.'}
        resume: {en: 'I am the automated assistant again.'}
        farewell: {en: 'Those were all my questions. Thank you for your time.'}
        nudges:
          - en: 'Your application is open.'
          - en: 'Are you still interested?'
      template:
        name: come_back
        text: {en: 'Shall we go on where we were?'}
      stages:
      """;

  private final Path folder;

  MadeDefinition(Path folder) {
    this.folder = folder;
  }

  Path folder() {
    return folder;
  }

  void write() {
    StringBuilder yaml = new StringBuilder(HEAD);
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
