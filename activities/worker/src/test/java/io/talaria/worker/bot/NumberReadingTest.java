package io.talaria.worker.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journal.definition.Answer.WholeNumber;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberReadingTest {
  /** Experience is asked in years, hours in hours a week. */
  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          experience | pt-BR | 3                                   | 3, surely
          experience | pt-BR | tenho 3 anos                        | 3, surely
          experience | pt-BR | há 5 na área de dados               | 5
          experience | pt-BR | trabalhei 5 anos no banco           | 5
          experience | pt-BR | Não, só 2 anos                      | 2
          experience | pt-BR | 5 anos, mas não em software         | 5
          experience | pt-BR | tenho 4 anos e não tenho diploma    | 4
          experience | pt-BR | mais de 5 anos                      | 5
          experience | pt-BR | uns 3 a 5                           |
          experience | pt-BR | 3-5                                 |
          experience | pt-BR | ainda não tenho 2 anos              |
          experience | pt-BR | não tenho 5 anos                    |
          experience | pt-BR | quase 2                             |
          experience | pt-BR | menos de 1 ano                      |
          experience | pt-BR | desde os 15                         |
          experience | pt-BR | comecei aos 15                      |
          experience | pt-BR | 2 ainda não                         |
          experience | pt-BR | faltam 2 meses                      |
          experience | pt-BR | 6 meses                             |
          experience | pt-BR | 8 semanas                           |
          experience | pt-BR | 5 mil                               |
          experience | pt-BR | três                                | 3, surely
          experience | pt-BR | Zero!                               | 0, surely
          experience | pt-BR | vinte e cinco                       | 25, surely
          experience | pt-BR | tenho dezoito anos                  | 18, surely
          experience | pt-BR | há dez anos                         | 10
          experience | pt-BR | dez anos de experiência             | 10
          experience | en    | about five                          | 5
          experience | es    | llevo cinco años                    | 5
          experience | pt-BR | seis meses                          |
          experience | pt-BR | quase três                          |
          experience | pt-BR | não tenho um                        |
          experience | pt-BR | dois ou três                        |
          experience | pt-BR | trabalho com um amigo               |
          experience | pt-BR | cem                                 |
          experience | es    | unos 7 años                         | 7
          experience | es    | no tengo 2 años                     |
          experience | es    | todavía no tengo 18                 |
          experience | es    | casi 3                              |
          experience | es    | desde 2015                          |
          experience | es    | 18 meses                            |
          experience | es    | veinticinco                         | 25, surely
          experience | es    | treinta y dos años                  | 32, surely
          experience | es    | cero                                | 0, surely
          experience | es    | uno                                 | 1, surely
          experience | es    | un año                              | 1, surely
          experience | es    | no lo sé                            |
          experience | en    | I'm 18                              | 18, surely
          experience | en    | about 7 years in software           | 7
          experience | en    | I'm not 18 yet                      |
          experience | en    | I don't have 3 years                |
          experience | en    | almost 3                            |
          experience | en    | less than 1                         |
          experience | en    | since I was 15                      |
          experience | en    | 18 months                           |
          experience | en    | 5k                                  |
          experience | en    | twenty five                         | 25, surely
          experience | en    | twenty-five years                   | 25, surely
          experience | en    | I'm eighteen                        | 18, surely
          experience | en    | a couple                            |
          experience | en    | no one                              |
          experience | en    | one or two                          |
          experience | en    | one day I will                      |
          hours      | en    | 20 hours                            | 20
          hours      | en    | 20 hours a week                     | 20
          hours      | en    | twenty hours a week                 | 20
          hours      | pt-BR | umas 20h                            | 20
          hours      | pt-BR | vinte horas                         | 20
          hours      | en    | 20 days                             |
          """)
  void a_number_is_read_as_people_say_it(
      String question, String language, String text, String number) {
    assertThat(read(question, language, text)).isEqualTo(number);
  }

  @Test
  void a_denial_in_the_next_bubble_counts() {
    assertThat(read("experience", "pt-BR", "18", "ainda não")).isNull();
    assertThat(read("experience", "pt-BR", "18", "sim")).isEqualTo("18");
  }

  private static String read(String question, String language, String... texts) {
    AtQuestion at =
        AtQuestion.of(
            "tech-hiring",
            language,
            "experience",
            yaml ->
                question.equals("hours")
                    ? yaml.replaceFirst(
                            "How many years have you[^\\n]*",
                            "How many hours a week could you work?")
                        .replaceFirst("Há quantos anos você[^\\n]*", "Quantas horas por semana?")
                    : yaml);
    return NumberReading.of(
            at.ask(),
            (WholeNumber) at.ask().answer(),
            language,
            Arrays.stream(texts).map(AtQuestion::text).toList())
        .map(read -> read.value() + (read.sure() ? ", surely" : ""))
        .orElse(null);
  }
}
