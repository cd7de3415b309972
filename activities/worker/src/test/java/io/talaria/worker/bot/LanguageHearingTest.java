package io.talaria.worker.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageHearingTest {
  private static final List<String> LANGUAGES = List.of("en", "pt-BR", "es");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          oi, vi a vaga de vocês no instagram e tenho interesse        | pt-BR
          me chamo João e moro em Recife                               | pt-BR
          prefiro trabalhar de casa                                    | pt-BR
          pode me ligar amanha?                                        | pt-BR
          Boa tarde, gostaria de saber mais sobre a vaga de vocês      | pt-BR
          Não sei se consigo entregar o desafio até sexta              | pt-BR
          quero falar sobre o salário e os benefícios da empresa       | pt-BR
          Trabalhei oito anos com desenvolvimento de sistemas          | pt-BR
          hola vi el anuncio y me interesa el trabajo                  | es
          me llamo Juan y vivo en Lima                                 | es
          prefiero trabajar desde casa                                 | es
          puedes llamarme mañana? me gustaría hablar con alguien       | es
          Buenas tardes, quisiera saber más sobre el puesto            | es
          No sé si puedo entregar el reto hasta el viernes             | es
          hola quiero trabajar como vendedor                           | es
          Trabajé ocho años en el desarrollo de sistemas               | es
          hi i saw the ad and i am interested in the job               | en
          I work with react and node                                   | en
          my name is John and I live in Lima                           | en
          I want to apply for the position you have posted             | en
          Good afternoon, I would like to know more about the job      | en
          I don't know whether I can finish the challenge by Friday    | en
          I worked for eight years in software development             | en
          Could somebody call me about the salary and the benefits     | en
          """)
  void a_sentence_tells_its_language(String text, String language) {
    assertThat(LanguageHearing.of(text, LANGUAGES)).contains(language);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ok",
        "oi",
        "sim",
        "si, claro",
        "hello",
        "hola",
        "bom dia",
        "👍👍",
        "🙂 ok 🙂",
        "backend",
        "Java",
        "5",
        "São Paulo",
        "Rio de Janeiro",
        "Buenos Aires",
        "Ana Maria Souza",
        "Maria Fernanda Gonzalez",
        "John Smith",
        "kubernetes docker java spring",
        "https://linkedin.com/in/joao-silva",
        "joao.silva@gmail.com",
        "quero me candidatar",
        "1234 5678 9012"
      })
  void short_words_names_and_addresses_tell_none(String text) {
    assertThat(LanguageHearing.of(text, LANGUAGES)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"hola vi el anuncio y me interesa el trabajo", "Me interesa mucho el puesto"})
  void a_language_that_the_definition_does_not_speak_is_never_heard(String text) {
    assertThat(LanguageHearing.of(text, List.of("en", "pt-BR")))
        .isNotEqualTo(java.util.Optional.of("es"));
  }

  @Test
  void a_word_as_long_as_a_message_may_be_is_heard_at_once() {
    long begun = System.nanoTime();
    for (int i = 0; i < 200; i++) {
      LanguageHearing.of("x".repeat(4096), List.of("en", "pt-BR"));
    }
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
  }
}
