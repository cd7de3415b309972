package io.talaria.journal.definition;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * What somebody most likely meant who wrote something that isn't YAML: the parser tells it in words
 * of its own grammar, which nobody knows who writes a definition.
 *
 * @param expected what would have been right
 */
record BrokenYaml(String expected, String example) {
  private static final String NO_COLON = "could not find expected ':'";

  private static final List<Case> CASES =
      List.of(
          new Case(
              "mapping values are not allowed here",
              "double quotes around a text that has a colon followed by a space",
              "en: \"Please note: we call you\""),
          new Case(
              "expected ',' or",
              "a comma between two entries of {…} or […], and double quotes around a text with a"
                  + " comma, a ? or a bracket",
              "{en: \"Who, me?\"}"),
          new Case(
              "found character '\\t",
              "spaces instead of a tab at the beginning of a line",
              "two spaces"),
          new Case(
              "found character",
              "double quotes around a text that begins with a sign",
              "en: \"@talaria\""),
          new Case(
              "unexpected character found",
              "double quotes around a text that begins with * or &",
              "en: \"*Good* news\""),
          new Case(
              "expected <block end>",
              "keys of one group directly below each other, and quotes around the whole of a text",
              "en: \"Yes\""),
          new Case(
              NO_COLON,
              "a colon and a space behind each key, and further lines of a text two spaces further"
                  + " in",
              "key: value"),
          new Case(
              "found unexpected end of stream", "the double quote that ends a text", "\"Yes\""));

  private record Case(String begins, String expected, String example) {}

  /**
   * Where it was written; null where the parser doesn't say. A line that it takes for a key without
   * a colon is noticed only where the next key comes, which may be lines below.
   */
  static @Nullable Mark place(MarkedYAMLException e) {
    boolean late = e.getProblem() != null && e.getProblem().startsWith(NO_COLON);
    return late && e.getContextMark() != null ? e.getContextMark() : e.getProblemMark();
  }

  /**
   * @param problem as the parser names it
   */
  static BrokenYaml of(String problem) {
    return CASES.stream()
        .filter(known -> problem.startsWith(known.begins()))
        .findFirst()
        .map(known -> new BrokenYaml(known.expected(), known.example()))
        .orElse(new BrokenYaml("valid YAML", "key: value"));
  }

  /** Whether the problem is one that people are told in other words. */
  boolean isKnown() {
    return !expected.equals("valid YAML");
  }
}
