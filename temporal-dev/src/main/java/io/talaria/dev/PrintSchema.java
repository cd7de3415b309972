package io.talaria.dev;

import io.talaria.journal.definition.EditorSchema;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The program behind {@code temporal-dev/schema}. */
final class PrintSchema {
  private PrintSchema() {}

  /** Prints one schema and nothing else; returns 2 for a wrong question. */
  static int run(List<String> args, PrintStream out, PrintStream err) {
    List<String> words =
        Arrays.stream(EditorSchema.values())
            .map(schema -> schema.name().toLowerCase(Locale.ROOT))
            .toList();
    String word = args.isEmpty() ? words.getFirst() : args.getFirst();
    if (args.size() > 1 || !words.contains(word)) {
      err.println("Expected one of " + String.join(", ", words));
      return 2;
    }
    out.print(EditorSchema.valueOf(word.toUpperCase(Locale.ROOT)).json());
    return 0;
  }
}
