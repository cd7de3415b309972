package io.talaria.journal.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journal.SampleJournal;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class HeldNumbersTest extends JournalReading {
  @Autowired HeldNumbers held;

  @Test
  void a_held_number_is_shown_to_its_account_with_its_reason_until_it_is_lifted() {
    assertThat(held.of(SampleJournal.ACCOUNT)).isEmpty();
    journal.held(190);

    assertThat(held.of(UUID.randomUUID())).isEmpty();
    assertThat(held.of(SampleJournal.ACCOUNT))
        .singleElement()
        .satisfies(
            number -> {
              assertThat(number.id()).isEqualTo(SampleJournal.NUMBER);
              assertThat(number.definition()).isEqualTo("tech-hiring");
              assertThat(number.code()).isEqualTo(190);
              assertThat(number.waiting()).isZero();
            });

    jdbc.sql("update number_hold set lifted_at = now()").update();
    assertThat(held.of(SampleJournal.ACCOUNT)).isEmpty();
  }
}
