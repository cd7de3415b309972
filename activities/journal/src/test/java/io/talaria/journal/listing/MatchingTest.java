package io.talaria.journal.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.talaria.journal.listing.Reason.Code;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MatchingTest extends ListingGround {
  @Test
  void words_are_found_without_accents_in_another_form_and_among_fillers() {
    job("1", "Programação de robôs").offered();
    job("2", "Vendedor externo").offered();
    assertThat(references(Wish.of("quero trabalhar com PROGRAMACAO"))).containsExactly("1");
    assertThat(references(Wish.of("vendedora"))).containsExactly("2");
  }

  @Test
  void listings_in_the_three_languages_are_each_read_in_theirs() {
    job("pt", "Cozinheiros").offered();
    job("es", "Cocineros").written("es").offered();
    job("en", "Cooks wanted").written("en").offered();
    assertThat(references(Wish.of("cozinheiro"))).containsExactly("pt");
    assertThat(references(Wish.of("cocinero"))).containsExactly("es");
    assertThat(references(Wish.of("cooking, cook"))).containsExactly("en");
  }

  @Test
  void each_match_says_why_and_the_reasons_add_up_to_its_score() {
    job("1", "Vendedor de loja").in("Campinas", "SP").at(Shift.MORNING).offered();
    Wish wish = Wish.of("vendedor loja shopping").in("campinas", null).at(Shift.MORNING);
    Match match = matching.rank(ACCOUNT, wish, 5).getFirst();
    assertThat(match.reasons())
        .extracting(Reason::code)
        .containsExactly(Code.WORDS, Code.SAME_CITY, Code.SHIFT);
    assertThat(match.reasons().getFirst().values()).containsExactly("vendedor", "loja");
    assertThat(match.reasons().get(1).values()).containsExactly("Campinas");
    double sum = match.reasons().stream().mapToDouble(r -> r.value() * r.weight()).sum();
    assertThat(match.score()).isCloseTo(sum, within(1e-6)).isLessThan(1).isGreaterThan(0.8);
  }

  @Test
  void what_speaks_against_a_listing_is_told_too() {
    job("1", "Vendedor").in("Recife", "PE").at(Shift.NIGHT).offered();
    Wish wish = Wish.of("vendedor").in("Campinas, SP", null).at(Shift.MORNING).at(Workplace.REMOTE);
    assertThat(matching.rank(ACCOUNT, wish, 5).getFirst().reasons())
        .filteredOn(reason -> !reason.speaksFor())
        .extracting(Reason::code)
        .containsExactly(Code.ELSEWHERE, Code.OTHER_SHIFT, Code.OTHER_WORKPLACE);
  }

  @Test
  void whoever_lacks_a_must_have_is_not_offered_the_listing() {
    job("1", "Motorista entregador").demanding("CNH B", "nivel=senior").offered();
    assertThat(references(Wish.of("motorista"))).isEmpty();
    assertThat(references(Wish.of("motorista").having(Set.of("cnh b")))).isEmpty();
    assertThat(references(Wish.of("motorista").having(Set.of("inglês e CNH B, nivel senior"))))
        .containsExactly("1");
    Wish all = Wish.of("motorista").having(Set.of("cnh-b", "Nível=Sênior", "excel"));
    assertThat(matching.rank(ACCOUNT, all, 5).getFirst().reasons())
        .filteredOn(reason -> reason.code() == Code.MUST_HAVE)
        .flatExtracting(Reason::values)
        .containsExactly("CNH B", "nivel=senior");
  }

  @Test
  void the_same_city_goes_before_the_region_and_that_before_elsewhere() {
    job("far", "Cozinheiro").in("Recife", "PE").offered();
    job("near", "Cozinheiro").in("Campinas", "SP").offered();
    job("here", "Cozinheiro").in("São Paulo", "SP").offered();
    job("home", "Cozinheiro").at(Workplace.REMOTE).opened("2026-10-01").offered();
    assertThat(references(Wish.of("cozinheiro").in("sao paulo", null)))
        .containsExactly("here", "home", "near", "far");
    assertThat(references(Wish.of("cozinheiro").in("São Paulo - SP", null)))
        .containsExactly("here", "home", "near", "far");
  }

  @Test
  void a_word_in_the_title_counts_more_than_in_the_description() {
    job("title", "Soldador").opened("2026-01-01").offered();
    job("description", "Ajudante").saying("apoia o soldador na oficina").offered();
    assertThat(references(Wish.of("soldador"))).containsExactly("title", "description");
  }

  @Test
  void a_rare_word_counts_more_than_one_that_is_everywhere() {
    for (int i = 0; i < 30; i++) {
      job("c" + i, "Auxiliar de cozinha").offered();
    }
    job("rare", "Auxiliar de ourives").opened("2026-01-01").offered();
    job("both", "Cozinha industrial").opened("2026-01-01").offered();
    listings.countWords(ACCOUNT);
    assertThat(references(Wish.of("auxiliar ourives"))).first().isEqualTo("rare");
  }

  @Test
  void equals_stand_in_one_order_always() {
    for (String reference : List.of("b", "a", "d", "c")) {
      job(reference, "Recepcionista").offered();
    }
    job("newer", "Recepcionista").opened("2026-11-20").offered();
    assertThat(references(Wish.of("recepcionista"))).containsExactly("newer", "a", "b", "c", "d");
  }

  @Test
  void words_that_stand_nowhere_match_nothing_unless_the_wish_does_not_insist_on_them() {
    job("here", "Caixa").in("Santos", "SP").at(Shift.NIGHT).offered();
    job("there", "Caixa").in("Recife", "PE").offered();
    assertThat(references(Wish.of("astronauta"))).isEmpty();
    assertThat(references(Wish.of("astronauta").in("Santos", null))).isEmpty();
    assertThat(references(Wish.of("astronauta").in("Santos", null).demanding(Set.of())))
        .containsExactly("here");
    assertThat(references(Wish.of("astronauta").demanding(Set.of()))).isEmpty();
  }

  @Test
  void who_tells_no_word_is_offered_what_place_and_shift_leave() {
    job("here", "Caixa").in("Santos", "SP").at(Shift.NIGHT).offered();
    job("there", "Caixa").in("Recife", "PE").offered();
    assertThat(references(Wish.of("o a de para").in("Santos", null))).containsExactly("here");
    assertThat(references(Wish.of("qualquer coisa").in("Santos", null))).containsExactly("here");
    assertThat(references(Wish.of("").at(Shift.NIGHT))).containsExactly("here", "there");
  }

  @Test
  void a_part_that_is_insisted_on_leaves_out_what_contradicts_it_and_keeps_what_does_not_tell() {
    job("here", "Caixa").in("Santos", "SP").at(Shift.NIGHT).offered();
    job("near", "Caixa").in("Campinas", "SP").at(Shift.MORNING).offered();
    job("far", "Caixa").in("Recife", "PE").at(Shift.NIGHT).offered();
    job("home", "Caixa").at(Workplace.REMOTE).offered();
    job("untold", "Caixa").offered();
    Wish wish = Wish.of("caixa").in("Santos", null).at(Shift.NIGHT).at(Workplace.OFFICE);
    assertThat(references(wish)).containsExactlyInAnyOrder("here", "near", "far", "home", "untold");
    assertThat(references(wish.demanding(Set.of(WishPart.PLACE))))
        .containsExactlyInAnyOrder("here", "near", "home", "untold");
    assertThat(references(wish.demanding(Set.of(WishPart.SHIFT))))
        .containsExactlyInAnyOrder("here", "far", "home", "untold");
    assertThat(references(wish.demanding(Set.of(WishPart.WORKPLACE))))
        .containsExactlyInAnyOrder("here", "near", "far", "untold");
    assertThat(references(wish.at(Shift.FLEXIBLE).demanding(Set.of(WishPart.SHIFT)))).hasSize(5);
  }

  @Test
  void a_common_word_finds_where_the_rare_one_stands_elsewhere_only() {
    job("here", "Caixa").in("Santos", "SP").offered();
    job("rare", "Ourives").in("Recife", "PE").offered();
    listings.countWords(ACCOUNT);
    jdbc.sql("update listing_word set listings = 4000 where word like 'caix%'").update();
    Wish wish = Wish.of("caixa ourives").in("Santos", null);
    assertThat(references(wish)).containsExactly("rare");
    assertThat(references(wish.demanding(Set.of(WishPart.WORDS, WishPart.PLACE))))
        .containsExactly("here");
  }

  @Test
  void a_region_alone_is_a_place_and_any_city_is_none() {
    job("here", "Caixa").in("Santos", "SP").offered();
    job("there", "Caixa").in("Recife", "PE").offered();
    Wish wish = Wish.of("caixa").demanding(Set.of(WishPart.PLACE));
    assertThat(references(wish.in("SP", null))).containsExactly("here");
    assertThat(references(wish.in("qualquer cidade", null))).hasSize(2);
    assertThat(references(wish.in("tanto faz", null))).hasSize(2);
  }

  @Test
  void a_misspelt_city_is_the_one_that_is_spelt_nearly_so() {
    job("here", "Caixa").in("Florianópolis", "SC").offered();
    job("there", "Caixa").in("Campinas", "SP").offered();
    Wish wish = Wish.of("caixa").demanding(Set.of(WishPart.PLACE));
    assertThat(references(wish.in("Florianopolis", null))).containsExactly("here");
    assertThat(references(wish.in("florionapolis", null))).containsExactly("here");
    assertThat(references(wish.in("Capminas", null))).containsExactly("there");
    assertThat(references(wish.in("Campina, SP", null))).containsExactly("there");
    assertThat(references(wish.in("Campimas", "SC"))).containsExactly("here");
    assertThat(references(wish.in("Cambiras", null))).isEmpty();
    assertThat(matching.rank(ACCOUNT, wish.in("Campimas", null), 5).getFirst().reasons())
        .extracting(Reason::code, Reason::values)
        .contains(tuple(Code.SAME_CITY, List.of("Campinas")));
  }

  @Test
  void a_city_that_has_listings_is_meant_and_one_between_two_is_neither() {
    job("first", "Caixa").in("Itapeva", "SP").offered();
    job("second", "Caixa").in("Itapema", "SC").offered();
    Wish wish = Wish.of("caixa").demanding(Set.of(WishPart.PLACE));
    assertThat(references(wish.in("Itapema", null))).containsExactly("second");
    assertThat(references(wish.in("Itapela", null))).isEmpty();
  }

  @Test
  void closed_expired_shown_and_other_accounts_listings_are_left_out() {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    job("closed", "Garçom").offered();
    job("expired", "Garçom").until(today.minusDays(2)).offered();
    job("shown", "Garçom").offered();
    job("last-day", "Garçom").until(today.plusDays(1)).offered();
    listings.close(ACCOUNT, "closed");
    UUID shown = listings.find(ACCOUNT, "shown").orElseThrow().id();
    assertThat(references(Wish.of("garcom").without(Set.of(shown)))).containsExactly("last-day");
    assertThat(matching.rank(UUID.randomUUID(), Wish.of("garçom"), 5)).isEmpty();
  }

  @Test
  void punctuation_quotes_and_operators_in_a_wish_are_words_or_nothing() {
    job("1", "Desenvolvedor front-end Node.js").offered();
    assertThat(references(Wish.of("front end & node.js | !'); drop table job_listing; --")))
        .containsExactly("1");
    assertThat(matching.rank(ACCOUNT, Wish.of("🙂 ¿?"), 5).getFirst().reasons())
        .extracting(Reason::code)
        .containsExactly(Code.NEWEST);
    assertThat(references(Wish.of("o a de para"))).isEmpty();
  }

  private List<String> references(Wish wish) {
    return matching.rank(ACCOUNT, wish, 10).stream()
        .map(match -> match.listing().said().reference())
        .toList();
  }
}
