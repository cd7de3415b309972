package io.talaria.dev.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journal.definition.Rehearsal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The small definition of docs/examples, which people copy from: what it rehearses must hold. */
class WorkedExampleTest {
  private static Repertoire couriers;

  @BeforeAll
  static void read() {
    couriers = Repertoire.of(Path.of("../docs/examples/couriers.yaml"));
  }

  static List<Rehearsal> rehearsals() {
    read();
    return couriers.rehearsals();
  }

  @ParameterizedTest
  @MethodSource("rehearsals")
  void a_rehearsal_passes(Rehearsal rehearsal) {
    Result result = Performance.of(couriers.published(), rehearsal, Rehearse.bots(couriers));
    assertThat(result.trouble())
        .as("%s%n%s", rehearsal.name(), String.join("\n", result.transcript()))
        .isEmpty();
  }

  @Test
  void each_of_its_languages_is_rehearsed() {
    assertThat(couriers.rehearsals())
        .extracting(rehearsal -> rehearsal.setting().language())
        .containsAll(couriers.published().definition().plan().languages());
  }
}
