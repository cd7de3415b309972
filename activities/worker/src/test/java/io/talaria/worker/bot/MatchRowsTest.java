package io.talaria.worker.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journal.listing.Listing;
import io.talaria.journal.listing.ListingWords;
import io.talaria.journal.listing.Match;
import io.talaria.journal.listing.Reason;
import io.talaria.journal.listing.Reason.Code;
import io.talaria.journal.listing.Workplace;
import io.talaria.worker.bot.Lookups.Offer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MatchRowsTest {
  private final MatchRows rows = new MatchRows(new ListingWords());

  @Test
  void a_row_says_what_the_job_is_who_offers_it_and_why_it_fits() {
    Match match =
        match(
            "Vendedor de loja",
            "Casa Aurora",
            reason(Code.WORDS, "vendas", "loja"),
            reason(Code.SAME_CITY, "Campinas"),
            reason(Code.SHIFT, "MORNING"));
    Offer row = rows(List.of(match), "pt-BR").getFirst();
    assertThat(row.title()).isEqualTo("Vendedor de loja");
    assertThat(row.why())
        .isEqualTo("Casa Aurora · em Campinas · combina com: vendas, loja · manhã");
  }

  @Test
  void what_speaks_against_it_is_kept_for_recruiters_except_that_it_is_elsewhere() {
    Match match =
        match(
            "Cook",
            "Port Kitchen",
            reason(Code.WORDS, "cook"),
            against(Code.ELSEWHERE, "Recife, PE"),
            against(Code.OTHER_SHIFT, "NIGHT"));
    assertThat(rows(List.of(match), "en").getFirst().why())
        .isEqualTo("Port Kitchen · elsewhere: Recife, PE · fits: cook");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "pt-BR", "es"})
  void whatsapps_limits_hold_for_any_listing_in_each_language(String language) {
    String longName = "Desenvolvedora 🚀".repeat(20);
    List<Match> many =
        IntStream.range(0, 14)
            .mapToObj(n -> match(longName, longName, reason(Code.WORDS, longName, longName)))
            .toList();
    List<Offer> all = rows(many, language);
    assertThat(all).hasSize(10);
    assertThat(all).allMatch(row -> row.title().length() <= 24 && !row.title().isBlank());
    assertThat(all).allMatch(row -> row.why().length() <= 72);
    assertThat(all).extracting(Offer::title).doesNotHaveDuplicates();
  }

  private List<Offer> rows(List<Match> matches, String language) {
    return rows.of(matches, language);
  }

  private static Reason reason(Code code, String... values) {
    return new Reason(code, 1, 0.5, List.of(values));
  }

  private static Reason against(Code code, String... values) {
    return new Reason(code, 0, 0.5, List.of(values));
  }

  private static Match match(String title, String company, Reason... reasons) {
    var said =
        new Listing.Said(
            "1",
            title,
            company,
            "",
            "pt",
            "Campinas",
            "SP",
            "BR",
            Workplace.OFFICE,
            List.of(),
            List.of(),
            List.of(),
            null,
            LocalDate.of(2026, 11, 1),
            null,
            true);
    Listing listing = new Listing(UUID.randomUUID(), said, null, Instant.EPOCH);
    return new Match(listing, 0.9, List.of(reasons));
  }
}
