package io.talaria.journal.listing;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journal.SampleJournal;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class OffersTest extends ListingGround {
  private static final Duration EARLIER = Duration.ofHours(1);

  @Autowired Offers offers;

  @Test
  void a_second_look_leaves_out_what_was_seen_at_another_step_and_a_repeated_one_does_not() {
    UUID seen = UUID.randomUUID();
    UUID unseen = UUID.randomUUID();
    var ana =
        new SampleJournal(jdbc)
            .candidate("Ana")
            .bot("vagas", EARLIER, "SENT", "read")
            .offering("position", seen, "Caixa", null)
            .bot("vagas", EARLIER, "REJECTED", null)
            .offering("position", unseen, "Estoquista", null);
    assertThat(offers.before(ana.id, ana.journey, "opened")).containsExactly(seen);
    assertThat(offers.before(ana.id, ana.journey, "position")).isEmpty();
  }

  @Test
  void what_another_journey_was_offered_is_new_to_this_one() {
    var journal = new SampleJournal(jdbc);
    journal
        .candidate("Ana")
        .bot("vagas", EARLIER, "SENT", "read")
        .offering("position", UUID.randomUUID(), "Caixa", null);
    var rui = journal.candidate("Rui");
    assertThat(offers.before(rui.id, rui.journey, "opened")).isEqualTo(Set.of());
  }
}
