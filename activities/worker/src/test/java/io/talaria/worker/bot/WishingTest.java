package io.talaria.worker.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journal.definition.Answer;
import io.talaria.journal.definition.Definition;
import io.talaria.journal.definition.DefinitionReader;
import io.talaria.journal.definition.Step.Ask;
import io.talaria.port.Turn;
import io.talaria.port.Turn.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WishingTest {
  private static final Definition GRADUATES = graduates();

  @Test
  void who_does_not_know_wishes_nothing_by_that_and_what_was_found_out_instead() {
    assertThat(
            wish(
                Map.of(
                    "field", "unsure",
                    "interests", "desenhar",
                    "best_subject", "unsure",
                    "routine", "people",
                    "town", "Campinas",
                    "work_shift", "any")))
        .isEqualTo(Map.of("words", "desenhar, Entre pessoas", "place", "Campinas", "shift", "any"));
  }

  @Test
  void who_was_never_asked_to_explore_wishes_what_they_said() {
    assertThat(wish(Map.of("field", "vendas em loja", "town", "Campinas", "work_shift", "night")))
        .isEqualTo(Map.of("words", "vendas em loja", "place", "Campinas", "shift", "night"));
    assertThat(wish(Map.of("field", "unsure", "town", "unsure"))).isEmpty();
  }

  private static Map<String, String> wish(Map<String, String> answers) {
    Ask ask = GRADUATES.question("job").orElseThrow();
    var turn =
        new Turn(
            UUID.randomUUID(),
            UUID.randomUUID(),
            UUID.randomUUID(),
            "key",
            Reason.MESSAGES,
            "graduates",
            1,
            "pt-BR",
            "matching",
            "job",
            0,
            answers,
            List.of(),
            0,
            true);
    Scene scene = Scene.of(GRADUATES, turn, new FakeLookups());
    return Wishing.of(scene, ask, (Answer.Listings) ask.answer()).wish();
  }

  private static Definition graduates() {
    try (var file = WishingTest.class.getResourceAsStream("/definitions/graduates.yaml")) {
      return DefinitionReader.read(
          "graduates.yaml", new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
