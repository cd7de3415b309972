package io.talaria.journal.definition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.yaml.snakeyaml.error.Mark;

/** The file that is read, with the mistakes found so far. */
final class Page {
  private final String file;
  private final List<Mistake> mistakes = new ArrayList<>();

  Page(String file) {
    this.file = file;
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
}
