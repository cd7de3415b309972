package io.talaria.worker.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.junit.jupiter.api.Test;

class KeptLanguagesTest {
  private static final Set<String> OURS = Set.of("por", "spa", "eng");

  @Test
  void the_languages_that_stay_compare_as_before() throws IOException {
    LanguageDetectorModel whole = whole();
    LanguageDetectorModel few = KeptLanguages.of(whole, OURS);

    assertThat(new LanguageDetectorME(few).getSupportedLanguages())
        .containsExactlyInAnyOrderElementsOf(OURS);
    for (String text :
        new String[] {
          "Não sei se consigo entregar o desafio até sexta",
          "hola quiero trabajar como vendedor",
          "I work with react and node",
          "zażółć gęślą jaźń",
        }) {
      Map<String, Double> before = shares(whole, text);
      Map<String, Double> after = shares(few, text);
      double all = before.values().stream().mapToDouble(share -> share).sum();
      before.forEach(
          (code, share) -> assertThat(after.get(code)).isCloseTo(share / all, within(1e-9)));
    }
  }

  private static Map<String, Double> shares(LanguageDetectorModel model, String text) {
    return Arrays.stream(new LanguageDetectorME(model).predictLanguages(text))
        .filter(language -> OURS.contains(language.getLang()))
        .collect(Collectors.toMap(Language::getLang, Language::getConfidence));
  }

  private static LanguageDetectorModel whole() throws IOException {
    try (var in = LanguageDetectorModel.class.getResourceAsStream(LanguageHearing.MODEL)) {
      return new LanguageDetectorModel(in);
    }
  }
}
