package io.talaria.journal.definition;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** The file that is read, with the mistakes found so far. */
final class Page {
  private final String file;
  private final Shape root;
  private final List<Mistake> mistakes = new ArrayList<>();

  Page(String file) {
    this(file, Shape.UNWATCHED);
  }

  /**
   * @param root gathers what readers ask of the file
   */
  Page(String file, Shape root) {
    this.file = file;
    this.root = root;
  }

  void mistake(Mark mark, String expected, String example, String found) {
    mistakes.add(
        new Mistake(file, mark.getLine() + 1, mark.getColumn() + 1, expected, example, found));
  }

  /** Throws when anything was wrong. */
  void check() {
    if (!mistakes.isEmpty()) {
      mistakes.sort(Comparator.comparingInt(Mistake::line).thenComparingInt(Mistake::column));
      throw new InvalidDefinition(mistakes);
    }
  }

  /**
   * The whole file.
   *
   * @param what it should be
   * @param example of how it begins
   * @throws InvalidDefinition when it isn't YAML
   */
  Place compose(String yaml, String what, String example) {
    try {
      var options = new LoaderOptions();
      if (yaml.codePointCount(0, yaml.length()) > options.getCodePointLimit()) {
        mistake(
            start(),
            "a file of at most %d characters".formatted(options.getCodePointLimit()),
            "a file for each definition",
            "%d characters".formatted(yaml.length()));
        check();
      }
      Node node = new Yaml(new SafeConstructor(options)).compose(new StringReader(yaml));
      if (node != null) {
        return new Place(this, node, root);
      }
      mistake(start(), what, example, "an empty file");
    } catch (MarkedYAMLException e) {
      Mark mark = Objects.requireNonNullElse(BrokenYaml.place(e), start());
      String problem = plain(e.getProblem());
      BrokenYaml meant = BrokenYaml.of(problem);
      mistake(
          mark,
          meant.expected(),
          meant.example(),
          meant.isKnown() ? "`" + line(yaml, mark) + "`" : problem);
    } catch (YAMLException e) {
      mistake(start(), "valid YAML", "key: value", plain(e.getMessage()));
    }
    check();
    throw new IllegalStateException("A mistake was noted");
  }

  private static String line(String yaml, Mark mark) {
    String line = yaml.lines().skip(mark.getLine()).findFirst().orElse("").strip();
    return line.length() > 60 ? line.substring(0, 60) + "…" : line;
  }

  private static Mark start() {
    return new Mark("", 0, 0, 0, new int[0], 0);
  }

  private static String plain(@Nullable String problem) {
    return problem == null ? "something else" : problem.lines().findFirst().orElse(problem);
  }
}
