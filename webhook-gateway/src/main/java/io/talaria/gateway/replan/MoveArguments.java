package io.talaria.gateway.replan;

import io.talaria.journal.replan.MoveOrder;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A move as it is told on the command line. */
final class MoveArguments {
  private MoveArguments() {}

  /**
   * @throws IllegalArgumentException with a sentence that says what was expected
   */
  static MoveOrder parse(List<String> arguments, String user) {
    String definition = null;
    Integer to = null;
    String by = user;
    boolean apply = false;
    var stages = new LinkedHashMap<String, String>();
    Iterator<String> rest = arguments.iterator();
    while (rest.hasNext()) {
      String word = rest.next();
      switch (word) {
        case "--to" -> to = plan(value(rest, word));
        case "--stage" -> {
          String[] pair = value(rest, word).split("=", -1);
          if (pair.length != 2 || pair[0].isBlank() || pair[1].isBlank()) {
            throw new IllegalArgumentException("--stage expects OLD=NEW, both ids of stages");
          }
          stages.put(pair[0].strip(), pair[1].strip());
        }
        case "--by" -> by = value(rest, word);
        case "--yes" -> apply = true;
        case "--dry-run" -> apply = false;
        default -> {
          if (word.startsWith("-") || definition != null) {
            throw new IllegalArgumentException(
                word
                    + " is no option of move-journeys; temporal-dev/move-journeys --help lists"
                    + " them");
          }
          definition = word;
        }
      }
    }
    if (definition == null) {
      throw new IllegalArgumentException(
          "Say which definition, such as tech-hiring; temporal-dev/move-journeys --help tells"
              + " more");
    }
    return new MoveOrder(definition, to, Map.copyOf(stages), by, apply);
  }

  private static String value(Iterator<String> rest, String option) {
    if (!rest.hasNext()) {
      throw new IllegalArgumentException(option + " expects a value");
    }
    return rest.next();
  }

  private static int plan(String text) {
    // People write v13, 13 and v13.2; texts are no part of a plan.
    String number = text.replaceFirst("^v", "").replaceFirst("\\.\\d+$", "");
    try {
      return Integer.parseInt(number);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "--to expects the number of a plan such as 13, not " + text, e);
    }
  }
}
