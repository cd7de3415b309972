package io.talaria.worker.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journal.definition.Answer.OneOf;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChoiceReadingTest {
  /** What is read surely has nothing beside it; a question that stays open has no choice. */
  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          permit    | pt-BR | Sim                                | permitted, surely
          permit    | pt-BR | sim!                               | permitted, surely
          permit    | pt-BR | sim, por favor                     | permitted, surely
          permit    | pt-BR | sim, tenho sim                     | permitted, surely
          permit    | pt-BR | Sim, sou brasileira                | permitted
          permit    | pt-BR | Não                                | not_permitted, surely
          permit    | pt-BR | não não                            | not_permitted, surely
          permit    | pt-BR | não, obrigado                      | not_permitted, surely
          permit    | pt-BR | No                                 | not_permitted, surely
          permit    | pt-BR | Não, sou estudante                 | not_permitted
          permit    | pt-BR | não preciso, sou brasileiro        |
          permit    | pt-BR | não preciso                        |
          permit    | pt-BR | Não, não preciso                   |
          permit    | pt-BR | no Brasil todo                     |
          permit    | pt-BR | moro no Rio                        |
          permit    | pt-BR | tenho que ver                      |
          permit    | pt-BR | não tenho                          |
          permit    | pt-BR | sim, mas ainda estou esperando     |
          permit    | en    | No                                 | not_permitted, surely
          permit    | en    | no, thanks                         | not_permitted, surely
          permit    | en    | yes please                         | permitted, surely
          permit    | en    | Yes, I have one                    | permitted
          permit    | en    | No, I don't need one               |
          permit    | en    | No, but I have applied             |
          permit    | en    | no need                            |
          permit    | en    | I need none                        |
          permit    | en    | yes and no                         |
          permit    | es    | Sí                                 | permitted, surely
          permit    | es    | sí, tengo                          | permitted, surely
          permit    | es    | no                                 | not_permitted, surely
          permit    | es    | no lo necesito                     |
          permit    | es    | No, no lo necesito                 |
          permit    | es    | no tengo problema                  |
          permit    | es    | tengo una pregunta                 |
          adult     | pt-BR | fiz 18 no mês passado              |
          adult     | pt-BR | Sim, tenho                         | of_age, surely
          adult     | pt-BR | claro que sim                      | of_age, surely
          adult     | pt-BR | Claro!                             | of_age, surely
          adult     | pt-BR | sim, tenho 17                      |
          adult     | pt-BR | Sim, 17                            |
          adult     | pt-BR | ainda não                          | minor, surely
          adult     | en    | no problem, I'm 25                 |
          adult     | en    | No worries, I'm 25                 |
          adult     | en    | yes I am                           | of_age, surely
          adult     | en    | Yes, I am!                         | of_age, surely
          adult     | en    | yes, of course                     | of_age
          adult     | en    | yes I am 17                        |
          adult     | en    | Not yet                            | minor, surely
          adult     | es    | todavía no                         | minor, surely
          adult     | es    | no hay problema, tengo 25          |
          role      | en    | Backend                            | backend, surely
          role      | en    | hello, backend please              | backend, surely
          role      | en    | I like the front end most          | frontend
          role      | en    | backend or frontend                |
          role      | en    | not data                           |
          role      | en    | anything but data, never data      |
          role      | en    | 2                                  | frontend, surely
          role      | en    | the second one                     | frontend
          role      | pt-BR | back-end, e já trabalhei com java  | backend
          role      | pt-BR | não é dados                        |
          role      | pt-BR | Datos                              | data, surely
          role      | pt-BR | frontend                           | frontend, surely
          workplace | pt-BR | No escritório                      | office, surely
          workplace | pt-BR | prefiro no escritório mesmo        | office
          workplace | pt-BR | sem problema, remoto               | remote
          workplace | pt-BR | tanto faz, menos remoto            |
          workplace | pt-BR | desde casa                         | remote, surely
          workplace | es    | no en la oficina                   |
          language  | en    | I go for Python                    | python
          language  | en    | C                                  | rust, surely
          language  | en    | C++                                | rust, surely
          language  | en    | Rust or C++                        | rust, surely
          language  | pt-BR | Rust ou C++                        | rust, surely
          language  | en    | C#                                 | other, surely
          language  | pt-BR | trabalho com c# e .NET             | other
          workplace | en    | anything but office                |
          workplace | en    | I hate the office                  |
          workplace | en    | I'd avoid home office              |
          workplace | pt-BR | odeio escritório                   |
          workplace | pt-BR | qualquer coisa fora escritório     |
          workplace | es    | odio la oficina                    |
          workplace | es    | todo salvo oficina                 |
          workplace | en    | I like the office but can be flexible | office
          start     | es    | ya tengo trabajo                   |
          start     | pt-BR | já trabalho em outra empresa       |
          start     | en    | immediately                        | now, surely
          start     | pt-BR | semanas                            | weeks
          pairing   | en    | pair                               | pair, surely
          work_shift | es   | mañana                             | morning
          work_shift | es   | mañana, por favor                  | morning
          work_shift | es   | la tarde                           | afternoon
          work_shift | es   | en la noche                        | night, surely
          work_shift | es   | por la                             |
          work_shift | pt-BR | manhã                             | morning
          work_shift | pt-BR | tarde                             | afternoon
          work_shift | pt-BR | noite                             | night
          work_shift | pt-BR | prefiro pela manhã                | morning
          work_shift | pt-BR | boa noite, de manhã               | morning, surely
          work_shift | pt-BR | boa noite                         |
          work_shift | pt-BR | mais tarde                        |
          work_shift | pt-BR | integral                          | full_time, surely
          work_shift | en    | morning                           | morning, surely
          work_shift | en    | Night shift, please               | night, surely
          work_shift | en    | good morning                      |
          """)
  void a_choice_is_read_as_people_write_it(
      String question, String language, String text, String choice) {
    String read =
        read(question, language, text)
            .map(u -> u.value() + (u.sure() ? ", surely" : ""))
            .orElse(null);
    assertThat(read).isEqualTo(choice);
  }

  @Test
  void a_no_whose_rest_comes_in_the_next_bubble_is_not_sure() {
    assertThat(read("permit", "pt-BR", "não", "preciso, sou brasileiro"))
        .contains(new Understood("not_permitted", false));
    assertThat(read("permit", "pt-BR", "oi", "não"))
        .contains(new Understood("not_permitted", true));
  }

  private static Optional<Understood> read(String question, String language, String... texts) {
    AtQuestion at =
        switch (question) {
          case "permit" -> AtQuestion.mayWork(language);
          case "work_shift" -> AtQuestion.of("graduates", language, question);
          case "adult" -> AtQuestion.of("modelling-agency", language, question);
          default -> AtQuestion.of("tech-hiring", language, question);
        };
    return ChoiceReading.of(
        at.ask(),
        (OneOf) at.ask().answer(),
        language,
        Arrays.stream(texts).map(AtQuestion::text).toList());
  }
}
