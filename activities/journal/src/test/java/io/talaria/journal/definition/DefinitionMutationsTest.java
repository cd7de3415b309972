package io.talaria.journal.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journal.definition.Slips.Slip;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Definitions as they are after a slip of the hand: each is refused where the slip is, or is a
 * definition still. Nothing else ever comes out of reading.
 */
class DefinitionMutationsTest {
  private static final int EACH = 400;

  @ParameterizedTest
  @MethodSource("io.talaria.journal.definition.Slips#shipped")
  void a_slip_is_told_where_it_is_or_leaves_a_definition(String name) {
    var slips = new Slips(Slips.lines(name), new Random(name.hashCode()));
    var refused = 0;
    for (int i = 0; i < EACH; i++) {
      Slip slip = slips.next();
      int line = slip.line();
      List<Mistake> mistakes = Slips.mistakes(slip.yaml());
      String told = "%s, line %d, %s: %s".formatted(name, line + 1, slip.kind(), slip.was());
      if (!mistakes.isEmpty()) {
        refused++;
        assertThat(mistakes).as(told).allSatisfy(m -> assertThat(m.line()).isPositive());
      }
      switch (slip.kind()) {
        case A_CYCLE ->
            assertThat(mistakes).as(told).anySatisfy(m -> assertThat(m.line()).isEqualTo(line + 1));
        case A_TRANSLATION_REMOVED ->
            assertThat(mistakes)
                .as(told)
                .anySatisfy(
                    m -> {
                      assertThat(m.line()).isEqualTo(line + 1);
                      assertThat(m.expected()).startsWith("the key `%s` of".formatted(slip.key()));
                    });
        case REMOVED ->
            assertThat(mistakes.isEmpty() || mistakes.stream().anyMatch(m -> isAt(slip, m)))
                .as("%s%ntold: %s", told, mistakes)
                .isTrue();
        default ->
            assertThat(mistakes.isEmpty() || mistakes.stream().anyMatch(m -> isNear(slip, m)))
                .as("%s%ntold: %s", told, mistakes)
                .isTrue();
      }
    }
    assertThat(refused).as("slips that were told").isGreaterThan(EACH / 2);
  }

  /** What is missing is told where its group begins, or by its name where something needs it. */
  private static boolean isAt(Slip slip, Mistake mistake) {
    return mistake.line() == slip.group() + 1
        || mistake.expected().contains(slip.key() + ":")
        || isNear(slip, mistake);
  }

  private static boolean isNear(Slip slip, Mistake mistake) {
    return mistake.line() >= slip.line() - 1 && mistake.line() <= slip.end() + 2;
  }
}
