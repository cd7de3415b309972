package io.talaria.journal.definition;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * JSON Schemas of definitions and of rehearsals, for editors. They aren't written by hand: the
 * readers read a sample with every key, and what they asked for is the schema. A key of a reader
 * that the sample lacks, or that nobody described, is an error here.
 */
public enum EditorSchema {
  DEFINITION("definition.schema.json", "A journey definition of Talaria"),
  REHEARSALS("rehearsals.schema.json", "Rehearsals of a definition of Talaria");

  private static final String SAMPLE = "every-key.yaml";

  private final String file;
  private final String title;

  EditorSchema(String file, String title) {
    this.file = file;
    this.title = title;
  }

  /** The name of the file that stands beside the definitions that come along. */
  public String file() {
    return file;
  }

  /** The schema as JSON. */
  public String json() {
    var grammar = new Grammar();
    String sample = sample();
    Definition definition = DefinitionReader.read(SAMPLE, sample);
    if (this == DEFINITION) {
      DefinitionReader.read(new Page(SAMPLE, grammar.root()), sample);
      checkSteps(grammar);
    } else {
      String stories = "every-key.rehearsals.yaml";
      RehearsalReader.read(
          stories, new Page(stories, grammar.root()), resource(stories), definition);
    }
    String words = file.replace(".schema.json", ".descriptions.yaml");
    return SchemaWriter.write(grammar, Descriptions.read(words, resource(words)), title);
  }

  /** A definition with every key. */
  static String sample() {
    return resource(SAMPLE);
  }

  private static void checkSteps(Grammar grammar) {
    List<String> missing =
        Arrays.stream(StepKind.values())
            .filter(kind -> grammar.groups().values().stream().noneMatch(kind::isCalled))
            .map(StepKind::key)
            .toList();
    if (!missing.isEmpty()) {
      throw new IllegalStateException("No sample in /schema has the steps " + missing);
    }
  }

  private static String resource(String name) {
    try (InputStream in = EditorSchema.class.getResourceAsStream("/schema/" + name)) {
      if (in == null) {
        throw new IllegalStateException("/schema/%s is missing".formatted(name));
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("/schema/%s can't be read".formatted(name), e);
    }
  }
}
