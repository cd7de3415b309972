package io.talaria.journal.definition;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A place in the file. Reading something else than what stands there notes the mistake and answers
 * a harmless value, so that one reading finds all mistakes.
 */
final class Place {
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_]*");

  private final Page page;
  private final Node node;
  private final Shape shape;

  Place(Page page, Node node, Shape shape) {
    this.page = page;
    this.node = node;
    this.shape = shape;
  }

  void mistake(String expected, String example, String found) {
    page.mistake(mark(), expected, example, found);
  }

  Mark mark() {
    return node.getStartMark();
  }

  /** Whether keys stand here. */
  boolean isGroup() {
    shape.perhapsGroup();
    return node instanceof MappingNode;
  }

  /** Whether a list stands here. */
  boolean isList() {
    shape.perhapsList();
    return node instanceof SequenceNode;
  }

  /** Whether nothing stands here. */
  boolean isEmpty() {
    return node.getTag().equals(Tag.NULL);
  }

  /** Whether exactly this word stands here. */
  boolean says(String word) {
    return node instanceof ScalarNode scalar && scalar.getValue().strip().equals(word);
  }

  /** From 1. */
  int line() {
    return mark().getLine() + 1;
  }

  /** What stands here, for messages. */
  String found() {
    return switch (node) {
      case ScalarNode scalar when scalar.getTag().equals(Tag.NULL) -> "nothing";
      case ScalarNode scalar -> "`" + shortened(scalar.getValue()) + "`";
      case SequenceNode ignored -> "a list";
      default -> "a group of keys";
    };
  }

  /** A group of these keys. */
  Keys keys(String what, List<String> required, List<String> optional) {
    return Keys.of(
        page, this, node, what, required, optional, shape.group(what, required, optional));
  }

  /** A group of any keys, whose values mean the same. */
  Keys anyKeys(String what) {
    return Keys.of(page, this, node, what, List.of(), List.of(), Grammar.Group.of(shape.values()));
  }

  /** A group with a key for each language, or for some of them. */
  Keys languages(String what, List<String> required, List<String> optional) {
    return Keys.of(page, this, node, what, required, optional, Grammar.Group.of(shape.values()));
  }

  /** A text in each of these languages. */
  Keys translated(String what, List<String> languages, int limit) {
    shape.translated(limit);
    return Keys.of(page, this, node, what, languages, List.of(), Grammar.Group.UNWATCHED);
  }

  /** Which keys stand here, whatever they are; their values are read by another call. */
  Keys peek(String what) {
    return Keys.of(page, this, node, what, List.of(), List.of(), Grammar.Group.UNWATCHED);
  }

  /** This place, read as all others of this name. */
  Place alike(String name) {
    return new Place(page, node, shape.alike(name));
  }

  /** It may be that nothing stands here. */
  void mayBeEmpty() {
    shape.scalar(Scalar.nothing());
  }

  /** The entries of a list of at least {@code min}; empty after a mistake. */
  List<Place> list(String what, String example, int min, int max) {
    Shape each = shape.entries(min, max);
    if (!(node instanceof SequenceNode sequence)) {
      mistake("a list of " + what, example, found());
      return List.of();
    }
    int size = sequence.getValue().size();
    if (size < min || size > max) {
      mistake("%d to %d %s".formatted(min, max, what), example, size + " entries");
    }
    return sequence.getValue().stream().map(entry -> new Place(page, entry, each)).toList();
  }

  /** A text of at most {@code limit} characters. */
  String text(String what, String example, int limit) {
    return text(what, example, limit, Scalar.text(limit));
  }

  /**
   * A text of which the reader takes some only.
   *
   * @param taken which ones, for the schema
   */
  String text(String what, String example, int limit, Scalar taken) {
    shape.scalar(taken);
    if (!(node instanceof ScalarNode scalar)
        || scalar.getTag().equals(Tag.NULL)
        || scalar.getValue().isBlank()) {
      mistake(what, example, found());
      return "";
    }
    String value = scalar.getValue().strip();
    if (value.length() > limit) {
      mistake(
          "%s of at most %d characters".formatted(what, limit),
          example,
          "%d characters".formatted(value.length()));
    }
    return value;
  }

  /** A stable id of small letters, digits and underscores. */
  String id(String what, String example) {
    String value = text(what, example, 100, Scalar.matching(ID.pattern()));
    if (!value.isEmpty() && !ID.matcher(value).matches()) {
      mistake(what + " of small letters, digits and _", example, found());
    }
    return value;
  }

  /** One of these words, which are the same in every file; the first one after a mistake. */
  String word(String what, List<String> valid) {
    return word(what, valid, Scalar.word(valid));
  }

  /** One of these words, which the file itself gives; the first one after a mistake. */
  String name(String what, List<String> valid) {
    return word(what, valid, Scalar.text(100));
  }

  private String word(String what, List<String> valid, Scalar scalar) {
    String value = text(what, valid.getFirst(), 100, scalar);
    if (!value.isEmpty() && !valid.contains(value)) {
      mistake(
          "%s (%s)".formatted(what, String.join(", ", valid)), Nearest.of(value, valid), found());
    }
    return valid.contains(value) ? value : valid.getFirst();
  }

  /** Whether something holds. */
  boolean yesOrNo(String what) {
    return word(what, List.of("true", "false"), Scalar.truth()).equals("true");
  }

  /** A whole number. */
  int number(String what, String example) {
    return number(what, example, Scalar.whole()).orElse(0);
  }

  /** A whole number within bounds; the least one after a mistake. */
  int number(String what, int min, int max) {
    int number = number(what, String.valueOf(min), Scalar.whole(min, max)).orElse(min);
    if (number < min || number > max) {
      mistake("a number of %d to %d".formatted(min, max), String.valueOf(min), found());
      return min;
    }
    return number;
  }

  /** Empty after a mistake. */
  private Optional<Integer> number(String what, String example, Scalar scalar) {
    String value = text(what, example, 12, scalar);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Integer.valueOf(value));
    } catch (NumberFormatException e) {
      mistake(what, example, found());
      return Optional.empty();
    }
  }

  private static String shortened(String value) {
    String line = value.lines().findFirst().orElse("");
    return line.length() > 40 ? line.substring(0, 40) + "…" : line;
  }
}
