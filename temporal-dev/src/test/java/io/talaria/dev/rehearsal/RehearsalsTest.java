package io.talaria.dev.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.talaria.journal.definition.Rehearsal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rehearsal of every definition that comes along. */
class RehearsalsTest {
  /** What a rehearsal may take. */
  private static final Duration SECOND = Duration.ofSeconds(1);

  /** One that took longer is played again: a machine may be busy for a moment, not each time. */
  private static final int TRIES = 3;

  /** What each one took, in milliseconds: the median of its tries. */
  private static final Map<String, Long> TOOK = new TreeMap<>();

  /** The first story on a JVM loads the classes of all others. */
  @BeforeAll
  static void warm_up() {
    Repertoire repertoire = Repertoire.named("tech-hiring");
    Performance.of(
        repertoire.published(), repertoire.rehearsals().getFirst(), Rehearse.bots(repertoire));
  }

  @AfterAll
  static void tell_the_slowest() {
    long[] sorted = TOOK.values().stream().mapToLong(Long::longValue).sorted().toArray();
    if (sorted.length == 0) {
      return;
    }
    System.out.printf(
        "%d rehearsals, half of them under %d ms; the slowest:%n",
        sorted.length, sorted[sorted.length / 2]);
    TOOK.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .limit(3)
        .forEach(slow -> System.out.printf("  %d ms  %s%n", slow.getValue(), slow.getKey()));
  }

  static List<String> definitions() {
    return Repertoire.names();
  }

  @Test
  void there_are_definitions() {
    assertThat(definitions()).contains("tech-hiring");
  }

  @TestFactory
  Stream<DynamicNode> all_pass() {
    return definitions().stream()
        .map(
            name -> {
              Repertoire repertoire = Repertoire.named(name);
              return dynamicContainer(
                  name,
                  repertoire.rehearsals().stream().map(rehearsal -> test(repertoire, rehearsal)));
            });
  }

  private static DynamicTest test(Repertoire repertoire, Rehearsal rehearsal) {
    return dynamicTest(rehearsal.name(), () -> play(repertoire, rehearsal));
  }

  /** It passes each time it is played, and takes less than a second in the median. */
  private static void play(Repertoire repertoire, Rehearsal rehearsal) {
    var took = new ArrayList<Duration>();
    do {
      took.add(passes(repertoire, rehearsal));
    } while (took.getFirst().compareTo(SECOND) >= 0 && took.size() < TRIES);
    Duration median = took.stream().sorted().toList().get(took.size() / 2);
    TOOK.put(rehearsal.file() + ": " + rehearsal.name(), median.toMillis());
    assertThat(median).as("of %s", took).isLessThan(SECOND);
  }

  private static Duration passes(Repertoire repertoire, Rehearsal rehearsal) {
    Result result = Performance.of(repertoire.published(), rehearsal, Rehearse.bots(repertoire));
    assertThat(result.trouble())
        .as("%s%n%s", rehearsal.name(), String.join("\n", result.transcript()))
        .isEmpty();
    return result.took();
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void a_definition_has_eight_rehearsals_or_more(String name) {
    assertThat(Repertoire.named(name).rehearsals()).hasSizeGreaterThanOrEqualTo(8);
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void a_definition_is_rehearsed_in_each_of_its_languages(String name) {
    Repertoire repertoire = Repertoire.named(name);
    assertThat(repertoire.rehearsals())
        .extracting(rehearsal -> rehearsal.setting().language())
        .containsAll(repertoire.published().definition().plan().languages());
  }
}
