package io.talaria.worker.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmailTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ana@example.org                    | ana@example.org
          meu e-mail é ana.souza@example.org | ana.souza@example.org
          E-mail:ana@example.org.            | ana@example.org
          (ana+vagas@example.org)            | ana+vagas@example.org
          <a_b-c@mail.example.org>, gracias  | a_b-c@mail.example.org
          joão@gmail.com                     |
          josé.silva@example.org             |
          nuñez@example.org                  |
          иван@example.org                   |
          .silva@example.org                 |
          ana..souza@example.org             |
          ana.@example.org                   |
          ana@@example.org                   |
          ana@exämple.org                    |
          ana@example                        |
          ana arroba gmail.com               |
          """)
  void an_address_is_read_whole_or_asked_again(String text, String address) {
    assertThat(AtQuestion.of("graduates", "pt-BR", "mail").says(text).answers())
        .isEqualTo(address == null ? Map.of() : Map.of("mail", address));
  }
}
