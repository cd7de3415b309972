package io.talaria.journal.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.talaria.journal.price.JourneyCost.Delivered;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PricesTest {
  private static final Instant SEPTEMBER = Instant.parse("2026-09-30T23:59:00Z");
  private static final Instant NOVEMBER = Instant.parse("2026-11-23T12:00:00Z");
  private static final BigDecimal UTILITY = new BigDecimal("0.0068");
  private final RateCard card = RateCardFile.read(null);

  private Quote quote(String category, String country, Instant freeEntryFrom, Instant now) {
    return Quote.of(card, category, country, freeEntryFrom, now);
  }

  @Test
  void a_template_costs_its_categorys_rate_in_the_recipients_country() {
    assertThat(quote("utility", "BR", null, NOVEMBER)).isEqualTo(new Quote.Priced(UTILITY, false));
    assertThat(quote("marketing", "BR", null, NOVEMBER))
        .isEqualTo(new Quote.Priced(new BigDecimal("0.0625"), false));
  }

  @Test
  void free_text_costs_since_october_2026_and_may_be_among_the_months_free_ones() {
    assertThat(quote(RateCard.SERVICE, "BR", null, SEPTEMBER)).isEqualTo(new Quote.Free());
    assertThat(quote(RateCard.SERVICE, "BR", null, NOVEMBER))
        .isEqualTo(new Quote.Priced(UTILITY, true));
  }

  @Test
  void what_the_card_does_not_know_is_unknown_and_never_free() {
    assertThat(quote("utility", "ZZ", null, NOVEMBER)).isEqualTo(new Quote.Unknown());
    assertThat(quote("utility", null, null, NOVEMBER)).isEqualTo(new Quote.Unknown());
    assertThat(quote(null, "BR", null, NOVEMBER)).isEqualTo(new Quote.Unknown());
    assertThat(quote("utility", "BR", null, Instant.parse("2025-12-31T00:00:00Z")))
        .isEqualTo(new Quote.Unknown());
  }

  @Test
  void within_72_hours_of_a_free_entry_everything_is_free_and_afterwards_nothing() {
    Instant opened = NOVEMBER.minus(Duration.ofHours(71));
    assertThat(quote("marketing", "BR", opened, NOVEMBER)).isEqualTo(new Quote.Free());
    assertThat(quote("marketing", "BR", opened, NOVEMBER.plus(Duration.ofHours(1))))
        .isInstanceOf(Quote.Priced.class);
  }

  @Test
  void a_journey_costs_what_its_delivered_messages_cost_on_their_day() {
    var cost =
        new JourneyCost(
            "BR",
            null,
            List.of(
                new Delivered(true, "service", "regular", NOVEMBER, 3),
                new Delivered(true, "service", "regular", SEPTEMBER, 7),
                new Delivered(false, "utility", "free_customer_service", SEPTEMBER, 2),
                new Delivered(true, "marketing", "free_entry_point", NOVEMBER, 4),
                new Delivered(null, "marketing", "regular", NOVEMBER, 1),
                new Delivered(true, "marketing_lite", "regular", NOVEMBER, 5),
                new Delivered(null, null, null, NOVEMBER, 6)),
            0);

    JourneyCost.Sum sum = cost.sum(card);

    assertThat(sum.charged()).isEqualByComparingTo("0.0829");
    assertThat(sum.unpriced()).isEqualTo(11);
  }

  @Test
  void the_example_tells_its_source_and_date() {
    assertThat(card.source()).contains("January 2026");
    assertThat(card.asOf()).isNotNull();
  }

  @Test
  void a_mistake_in_a_card_stops_the_start_with_a_sentence(@TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("card.yaml");
    assertThatThrownBy(() -> RateCardFile.read(file)).hasMessageContaining("can't be read");
    Files.writeString(file, "source: mine\nas_of: 2026-11-01\ncurrency: USD\n");
    assertThatThrownBy(() -> RateCardFile.read(file)).hasMessageContaining("tariffs is missing");
    Files.writeString(
        file,
        """
        source: mine
        as_of: 2026-11-01
        currency: USD
        tariffs:
          - valid_from: 2026-01-01
            countries: { BR: { utility: -1 } }
        """);
    assertThatThrownBy(() -> RateCardFile.read(file)).hasMessageContaining("less than nothing");
  }
}
