package io.talaria.journal.definition;

import java.util.ArrayList;

/** A definition with many steps, in stages of a hundred. */
public final class LongDefinition {
  private static final int STAGE = 100;
  private static final String FRAME =
      """
      definition: long
      languages: [en]
      countries: {en: [GB]}
      times:
        typing_pause: 1s
        long_typing_pause: 1s
        nudges: []
        at_risk: 24h
        waiting: 15m
        drop_off: 7d
        after_end: 30d
      words: {stop: [stop], person: [person], language: {en: [english]}}
      texts:
        greeting: {en: I am an automated assistant.}
        disclosure: {en: This is automated.}
        not_understood: {en: I did not understand.}
        choose_hint: {en: Tap one.}
        number_hint: {en: A number.}
        person_called: {en: I told somebody.}
        opted_out: {en: No more messages.}
        unsupported: {en: I read text only.}
        language_changed: {en: We go on in English.}
        resume: {en: Here I am again.}
        farewell: {en: Thank you.}
        nudges: []
      stages:
      """;

  private LongDefinition() {}

  /**
   * So many questions, each with a condition on the one before.
   *
   * @param answer what each asks for, such as {@code text}
   */
  public static String yaml(int steps, String answer) {
    var lines = new ArrayList<String>();
    for (int i = 0; i < steps; i++) {
      if (i % STAGE == 0) {
        lines.add("  - id: stage%d".formatted(i / STAGE));
        lines.add("    name: {en: Stage %d}".formatted(i / STAGE));
        lines.add("    steps:");
      }
      lines.add("      - ask: %s".formatted(id(i)));
      lines.add("        label: {en: Label %d}".formatted(i));
      lines.add("        text: {en: \"Question %d?\"}".formatted(i));
      lines.add("        answer: " + answer);
      lines.add("        knock_out:");
      String before = id(Math.max(i - 1, 0));
      lines.add("          - when: {question: %s, is: \"never\"}".formatted(before));
      lines.add("            reason: never");
      lines.add("            text: {en: Goodbye.}");
    }
    return FRAME + String.join("\n", lines) + "\n";
  }

  /** Of the question in this place, from 0. */
  public static String id(int place) {
    return "question_number_" + place;
  }
}
