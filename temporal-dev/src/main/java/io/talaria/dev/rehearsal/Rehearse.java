package io.talaria.dev.rehearsal;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.talaria.journal.definition.InvalidDefinition;
import io.talaria.journal.definition.Rehearsal;
import io.talaria.worker.bot.Routing;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.slf4j.LoggerFactory;

/** The program behind {@code temporal-dev/rehearse}. */
public final class Rehearse {
  private static final String BRIEF = "--brief";

  private final PrintStream out;
  private final boolean brief;

  private Rehearse(PrintStream out, boolean brief) {
    this.out = out;
    this.brief = brief;
  }

  /** Returns the exit code: 0 when all passed, 1 when one did not, 2 for a wrong question. */
  public static int run(String[] args) {
    // What a journey's step fails with is told in the story.
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
    return run(List.of(args), System.out, System.err);
  }

  static int run(List<String> args, PrintStream out, PrintStream err) {
    List<String> words = args.stream().filter(arg -> !arg.equals(BRIEF)).toList();
    if (words.isEmpty() || words.size() > 2 || words.getFirst().startsWith("--")) {
      err.println(
          "Expected DEFINITION [SCENARIO] [--brief]. Definitions that come along: "
              + String.join(", ", Repertoire.names()));
      return 2;
    }
    try {
      Repertoire repertoire = find(words.getFirst());
      List<Rehearsal> chosen = choose(repertoire, words.size() == 2 ? words.get(1) : "");
      return new Rehearse(out, words.size() < args.size()).play(repertoire, chosen);
    } catch (InvalidDefinition | Repertoire.NotFound e) {
      err.println(e.getMessage());
      return 2;
    }
  }

  /** The definition's bots: the script, and the example bot where one from outside talks. */
  static Bots bots(Repertoire repertoire) {
    Routing.prepare();
    return (rehearsal, neighbours, faults) -> {
      var lookups = new StoryLookups(rehearsal, neighbours);
      var outside = new OutsideBot(faults);
      return turn -> {
        lookups.heard(turn);
        return Routing.propose(repertoire.published(), turn, lookups, outside);
      };
    };
  }

  private static Repertoire find(String definition) {
    return definition.endsWith(".yaml") || definition.endsWith(".yml")
        ? Repertoire.of(Path.of(definition))
        : Repertoire.named(definition);
  }

  private static List<Rehearsal> choose(Repertoire repertoire, String scenario) {
    String part = scenario.toLowerCase(Locale.ROOT);
    List<Rehearsal> chosen =
        repertoire.rehearsals().stream()
            .filter(rehearsal -> rehearsal.name().toLowerCase(Locale.ROOT).contains(part))
            .toList();
    if (chosen.isEmpty()) {
      throw new Repertoire.NotFound(
          "No rehearsal has \"%s\" in its name; there are:\n  %s"
              .formatted(
                  scenario,
                  String.join(
                      "\n  ", repertoire.rehearsals().stream().map(Rehearsal::name).toList())));
    }
    return chosen;
  }

  private int play(Repertoire repertoire, List<Rehearsal> chosen) {
    Bots bots = bots(repertoire);
    int passed = 0;
    long millis = 0;
    for (Rehearsal rehearsal : chosen) {
      Result result = Performance.of(repertoire.published(), rehearsal, bots);
      tell(rehearsal, result);
      passed += result.passed() ? 1 : 0;
      millis += result.took().toMillis();
    }
    out.printf(
        Locale.ROOT,
        "%d of %d passed, %d ms, %d ms each%n",
        passed,
        chosen.size(),
        millis,
        millis / chosen.size());
    return passed == chosen.size() ? 0 : 1;
  }

  private void tell(Rehearsal rehearsal, Result result) {
    if (!brief || !result.passed()) {
      out.printf(
          "%s (%s, %s)%n",
          rehearsal.name(), rehearsal.setting().language(), rehearsal.setting().zone());
      result.transcript().forEach(out::println);
      result.trouble().forEach(out::println);
    }
    out.printf(
        Locale.ROOT,
        "%s %s, %d ms%n%s",
        result.passed() ? "✓" : "✗",
        rehearsal.name(),
        result.took().toMillis(),
        brief ? "" : "\n");
  }
}
