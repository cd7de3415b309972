package io.talaria.dev.storm;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.dev.storm.check.Check;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class MutantTest {
  private static final Path PROJECT = Path.of("").toAbsolutePath().getParent();

  @Test
  void there_is_one_for_every_safeguard() {
    assertThat(Mutant.all(PROJECT))
        .extracting(Mutant::name)
        .containsExactly(
            "arrival",
            "brake",
            "bubble-order",
            "de-duplication",
            "intent-row",
            "reaper",
            "storing-before-answering",
            "taken-in",
            "told-failure",
            "turn-claim");
  }

  @Test
  void every_one_names_the_check_that_must_see_it() {
    assertThat(Mutant.all(PROJECT))
        .extracting(Mutant::mustBreak)
        .isSubsetOf(Check.ALL.stream().map(Check::name).toList());
  }

  @Test
  void every_one_applies_to_the_product_as_it_is() throws Exception {
    for (Mutant mutant : Mutant.all(PROJECT)) {
      Process check =
          new ProcessBuilder("git", "apply", "--check", mutant.patch().toString())
              .directory(PROJECT.toFile())
              .redirectErrorStream(true)
              .start();
      String said = new String(check.getInputStream().readAllBytes());
      assertThat(check.waitFor()).as("%s says: %s", mutant.name(), said).isZero();
      assertThat(mutant.files()).as(mutant.name()).isNotEqualTo(List.of());
    }
  }
}
