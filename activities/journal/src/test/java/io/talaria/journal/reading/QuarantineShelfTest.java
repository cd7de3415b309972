package io.talaria.journal.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journal.SampleJournal;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class QuarantineShelfTest extends JournalReading {
  @Autowired QuarantineShelf shelf;

  @Test
  void retry_asks_the_gateway_and_leaves_the_row_open() {
    UUID id = journal.quarantined("{", "not_json", "Ends in the middle.");
    shelf.retry(SampleJournal.ACCOUNT, id);
    assertThat(shelf.list(SampleJournal.ACCOUNT, 10))
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.open()).isTrue();
              assertThat(item.retriedAt()).isNotNull();
            });
  }

  @Test
  void discarded_is_settled_once_and_no_longer_counted() {
    UUID id = journal.quarantined("{", "not_json", "Ends in the middle.");
    shelf.discard(SampleJournal.ACCOUNT, id);
    shelf.retry(SampleJournal.ACCOUNT, id);
    assertThat(shelf.open(SampleJournal.ACCOUNT)).isZero();
    assertThat(shelf.list(SampleJournal.ACCOUNT, 10))
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.settledAs()).isEqualTo("DISCARDED");
              assertThat(item.retriedAt()).isNull();
            });
  }

  @Test
  void the_raw_body_is_shown_to_its_account_only() {
    UUID id = journal.quarantined("{\"a\":1", "not_json", "x");
    assertThat(shelf.body(SampleJournal.ACCOUNT, id)).isEqualTo("{\"a\":1");
    assertThat(shelf.body(UUID.randomUUID(), id)).isEmpty();
  }
}
