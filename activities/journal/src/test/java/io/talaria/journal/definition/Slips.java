package io.talaria.journal.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Slips of the hand in a definition, one line each. */
final class Slips {
  private static final Pattern KEY = Pattern.compile("^(\\s*(?:- )?)([A-Za-z][A-Za-z_-]*)(:.*)$");

  private final List<String> lines;
  private final Random random;

  Slips(List<String> lines, Random random) {
    this.lines = lines;
    this.random = random;
  }

  /** How a line may be spoilt. */
  enum Kind {
    MISSPELT,
    REMOVED,
    A_LIST_INSTEAD,
    NOTHING_INSTEAD,
    NONSENSE_INSTEAD
  }

  /**
   * A definition with one line spoilt.
   *
   * @param line from 0
   * @param key that stood there
   * @param was the whole line
   */
  record Slip(Kind kind, int line, String key, String was, String yaml) {}

  Slip next() {
    int line = random.nextInt(lines.size());
    while (!KEY.matcher(lines.get(line)).matches()) {
      line = random.nextInt(lines.size());
    }
    Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
    List<String> spoilt = new ArrayList<>(lines);
    String key = spoil(spoilt, line, kind);
    return new Slip(kind, line, key, lines.get(line), String.join("\n", spoilt));
  }

  private String spoil(List<String> spoilt, int line, Kind kind) {
    Matcher key = KEY.matcher(spoilt.get(line));
    assertThat(key.matches()).isTrue();
    String head = key.group(1) + key.group(2);
    switch (kind) {
      case REMOVED -> spoilt.remove(line);
      case A_LIST_INSTEAD -> spoilt.set(line, head + ": [a, b]");
      case NOTHING_INSTEAD -> spoilt.set(line, head + ":");
      case NONSENSE_INSTEAD -> spoilt.set(line, head + ": Wr0ng one!");
      case MISSPELT -> {
        String word = key.group(2);
        int at = random.nextInt(word.length());
        String misspelt = word.substring(0, at) + "q" + word.substring(at);
        spoilt.set(line, key.group(1) + misspelt + key.group(3));
      }
    }
    return key.group(2);
  }

  /** What the reader says of a definition; nothing for one without mistakes. */
  static List<Mistake> mistakes(String yaml) {
    try {
      DefinitionReader.read("slip.yaml", yaml);
      return List.of();
    } catch (InvalidDefinition told) {
      return told.mistakes();
    }
  }

  static List<String> lines(String name) {
    try (var in = Definition.class.getResourceAsStream("/definitions/" + name + ".yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
