package io.talaria.journal.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Slips of the hand in a definition, one line each. */
public final class Slips {
  private static final Pattern KEY = Pattern.compile("^(\\s*(?:- )?)([A-Za-z][A-Za-z_-]*)(:.*)$");

  /** Where a branch leads. */
  private static final Pattern JUMP = Pattern.compile("^\\s*(?:- )?(?:to|otherwise): \\w+$");

  private static final String TRANSLATION =
      "[a-z]{2}(?:-[A-Z]{2})?: (?:\"(?:[^\"\\\\]|\\\\.)*\"|[^,{}\\[\\]\"]+)";

  /** A text in two languages or more within one line. */
  private static final Pattern TRANSLATIONS =
      Pattern.compile("\\{(%1$s(?:, %1$s)+)}".formatted(TRANSLATION));

  private static final Pattern STAGE = Pattern.compile("^  - id: (\\w+)$");

  private final List<String> lines;
  private final Random random;

  public Slips(List<String> lines, Random random) {
    this.lines = lines;
    this.random = random;
  }

  /** How a line may be spoilt. */
  public enum Kind {
    MISSPELT,
    REMOVED,
    A_LIST_INSTEAD,
    NOTHING_INSTEAD,
    NONSENSE_INSTEAD,
    /** One language of a text is gone. */
    A_TRANSLATION_REMOVED,
    /** A branch that leads back to the first stage. */
    A_CYCLE
  }

  /**
   * A definition with one line spoilt.
   *
   * @param line from 0
   * @param end the last line of what stands under it, which may be itself
   * @param group the line at which the group of keys begins in which it stood
   * @param key that stood there
   * @param was the whole line
   */
  public record Slip(
      Kind kind, int line, int end, int group, String key, String was, String yaml) {}

  /** The next one at random; a cycle only where something branches. */
  public Slip next() {
    boolean branches = lines.stream().anyMatch(JUMP.asMatchPredicate());
    Kind kind = Kind.values()[random.nextInt(Kind.values().length - (branches ? 0 : 1))];
    int line = random.nextInt(lines.size());
    while (!isPlaceOf(kind, lines.get(line))) {
      line = random.nextInt(lines.size());
    }
    List<String> spoilt = new ArrayList<>(lines);
    String key = spoil(spoilt, line, kind);
    return new Slip(
        kind, line, end(line), group(line), key, lines.get(line), String.join("\n", spoilt));
  }

  private static boolean isPlaceOf(Kind kind, String line) {
    return switch (kind) {
      case A_CYCLE -> JUMP.matcher(line).matches();
      case A_TRANSLATION_REMOVED ->
          !line.strip().startsWith("#") && TRANSLATIONS.matcher(line).find();
      default -> KEY.matcher(line).matches();
    };
  }

  private String spoil(List<String> spoilt, int line, Kind kind) {
    if (kind == Kind.A_TRANSLATION_REMOVED) {
      return untranslate(spoilt, line);
    }
    Matcher key = KEY.matcher(spoilt.get(line));
    assertThat(key.matches()).isTrue();
    String head = key.group(1) + key.group(2);
    switch (kind) {
      case REMOVED -> spoilt.remove(line);
      case A_LIST_INSTEAD -> spoilt.set(line, head + ": [a, b]");
      case NOTHING_INSTEAD -> spoilt.set(line, head + ":");
      case NONSENSE_INSTEAD -> spoilt.set(line, head + ": Wr0ng one!");
      case A_CYCLE -> spoilt.set(line, head + ": " + firstStage());
      case A_TRANSLATION_REMOVED -> throw new IllegalStateException("spoilt before");
      case MISSPELT -> {
        String word = key.group(2);
        int at = random.nextInt(word.length());
        String misspelt = word.substring(0, at) + "q" + word.substring(at);
        spoilt.set(line, key.group(1) + misspelt + key.group(3));
      }
    }
    return key.group(2);
  }

  private String untranslate(List<String> spoilt, int line) {
    Matcher text = TRANSLATIONS.matcher(spoilt.get(line));
    assertThat(text.find()).isTrue();
    List<String> all =
        Pattern.compile(TRANSLATION)
            .matcher(text.group(1))
            .results()
            .map(MatchResult::group)
            .toList();
    List<String> left = new ArrayList<>(all);
    String gone = left.remove(random.nextInt(left.size()));
    String was = spoilt.get(line);
    spoilt.set(
        line,
        was.substring(0, text.start(1)) + String.join(", ", left) + was.substring(text.end(1)));
    return gone.substring(0, gone.indexOf(':'));
  }

  /** Where the first key stands of those beside this one, once this one is gone. */
  private int group(int line) {
    int column = column(line);
    int first = line;
    for (int i = line; i >= 0 && (!isKey(i) || column(i) >= column); i--) {
      if (isKey(i) && column(i) == column) {
        first = i;
        if (lines.get(i).strip().startsWith("- ")) {
          break;
        }
      }
    }
    return first == line ? next(line, column) - 1 : first;
  }

  private int next(int line, int column) {
    int next = line + 1;
    while (next < lines.size() && !(isKey(next) && column(next) <= column)) {
      next++;
    }
    return next;
  }

  private boolean isKey(int line) {
    return KEY.matcher(lines.get(line)).matches();
  }

  /** Of the key, behind the dash of a list. */
  private int column(int line) {
    return indent(line) + (lines.get(line).strip().startsWith("- ") ? 2 : 0);
  }

  private int end(int line) {
    int end = line;
    while (end + 1 < lines.size()
        && (lines.get(end + 1).isBlank() || indent(end + 1) > indent(line))) {
      end++;
    }
    return end;
  }

  private int indent(int line) {
    return lines.get(line).length() - lines.get(line).stripLeading().length();
  }

  private String firstStage() {
    return lines.stream()
        .map(STAGE::matcher)
        .filter(Matcher::matches)
        .map(stage -> stage.group(1))
        .findFirst()
        .orElseThrow();
  }

  /** What the reader says of a definition; nothing for one without mistakes. */
  public static List<Mistake> mistakes(String yaml) {
    try {
      DefinitionReader.read("slip.yaml", yaml);
      return List.of();
    } catch (InvalidDefinition told) {
      return told.mistakes();
    }
  }

  /** Names of the definitions that are shipped. */
  public static List<String> shipped() {
    return List.of(
        "tech-hiring", "modelling-agency", "graduates", "multi-channel-agency", "existing-bot");
  }

  /** Those of a definition that is shipped. */
  public static List<String> lines(String name) {
    try (var in = Definition.class.getResourceAsStream("/definitions/" + name + ".yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
