package io.talaria.journal.definition;

import java.util.List;
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

  Place(Page page, Node node) {
    this.page = page;
    this.node = node;
  }

  void mistake(String expected, String example, String found) {
    page.mistake(mark(), expected, example, found);
  }

  Mark mark() {
    return node.getStartMark();
  }

  /** Whether keys stand here. */
  boolean isGroup() {
    return node instanceof MappingNode;
  }

  /** Whether a list stands here. */
  boolean isList() {
    return node instanceof SequenceNode;
  }

  /** Whether nothing stands here. */
  boolean isEmpty() {
    return node.getTag().equals(Tag.NULL);
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

  Keys keys(String what, List<String> required, List<String> optional) {
    return Keys.of(page, this, node, what, required, optional);
  }

  /** The entries of a list of at least {@code min}; empty after a mistake. */
  List<Place> list(String what, String example, int min, int max) {
    if (!(node instanceof SequenceNode sequence)) {
      mistake("a list of " + what, example, found());
      return List.of();
    }
    int size = sequence.getValue().size();
    if (size < min || size > max) {
      mistake("%d to %d %s".formatted(min, max, what), example, size + " entries");
    }
    return sequence.getValue().stream().map(entry -> new Place(page, entry)).toList();
  }

  /** A text of at most {@code limit} characters. */
  String text(String what, String example, int limit) {
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
    String value = text(what, example, 100);
    if (!value.isEmpty() && !ID.matcher(value).matches()) {
      mistake(what + " of small letters, digits and _", example, found());
    }
    return value;
  }

  /** One of these words. */
  String word(String what, List<String> valid) {
    String value = text(what, valid.getFirst(), 100);
    if (!value.isEmpty() && !valid.contains(value)) {
      mistake(
          "%s (%s)".formatted(what, String.join(", ", valid)), Nearest.of(value, valid), found());
      return valid.getFirst();
    }
    return value;
  }

  /** Whether something holds. */
  boolean yesOrNo(String what) {
    return word(what, List.of("true", "false")).equals("true");
  }

  /** A whole number. */
  int number(String what, String example) {
    String value = text(what, example, 12);
    if (!value.isEmpty()) {
      try {
        return Integer.parseInt(value);
      } catch (NumberFormatException e) {
        mistake(what, example, found());
      }
    }
    return 0;
  }

  private static String shortened(String value) {
    String line = value.lines().findFirst().orElse("");
    return line.length() > 40 ? line.substring(0, 40) + "…" : line;
  }
}
