package io.talaria.dev.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.talaria.journal.definition.Rehearsal;
import java.time.Duration;
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
  /** What a rehearsal may take; slower ones are counted, for a busy machine is no mistake. */
  private static final Duration SECOND = Duration.ofSeconds(1);

  /** No load explains this: the story itself waits for something. */
  private static final Duration FAR_TOO_LONG = Duration.ofSeconds(5);

  /** What each one took, in milliseconds. */
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
    long over = TOOK.values().stream().filter(millis -> millis > SECOND.toMillis()).count();
    System.out.printf(
        "%d rehearsals, half of them under %d ms, %d over a second; the slowest:%n",
        sorted.length, sorted[sorted.length / 2], over);
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

  private static void play(Repertoire repertoire, Rehearsal rehearsal) {
    Result result = Performance.of(repertoire.published(), rehearsal, Rehearse.bots(repertoire));
    TOOK.put(rehearsal.file() + ": " + rehearsal.name(), result.took().toMillis());
    assertThat(result.trouble())
        .as("%s%n%s", rehearsal.name(), String.join("\n", result.transcript()))
        .isEmpty();
    assertThat(result.took()).isLessThan(FAR_TOO_LONG);
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
