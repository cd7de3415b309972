package io.talaria.journal.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rehearsals and the ranking draw the floor at the same height. */
class FitTest extends ListingGround {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          vendas         | SP | night   | office | vendas | Santos     | night     | office
          vendas         | -  | -       | -      | caixa  | -          | -         | -
          vendas         | -  | -       | -      | vendas | -          | -         | -
          caixa          | -  | -       | -      | -      | -          | -         | -
          caixa          | SP | -       | -      | caixa  | Santos     | -         | -
          caixa          | SP | -       | -      | caixa  | Campinas   | -         | -
          caixa          | SP | -       | -      | caixa  | SP         | -         | -
          caixa          | SP | -       | -      | caixa  | Recife     | -         | -
          caixa          | SP | -       | -      | caixa  | Snatos     | -         | -
          caixa          | SP | -       | -      | caixa  | Santoss    | -         | -
          caixa          | SP | -       | -      | caixa  | Sants      | -         | -
          caixa          | SP | -       | -      | caixa  | Sotnas     | -         | -
          caixa          | SP | -       | -      | caixa  | Recife, PE | -         | -
          caixa          | SP | -       | -      | caixa  | tanto faz  | -         | -
          caixa          | SP | -       | remote | caixa  | Recife     | -         | -
          caixa          | -  | -       | office | caixa  | Recife     | -         | -
          caixa          | -  | morning | office | caixa  | -          | night     | -
          caixa          | -  | any     | office | caixa  | -          | night     | -
          caixa          | -  | morning | office | caixa  | -          | any       | -
          caixa          | -  | morning | office | caixa  | -          | full_time | -
          caixa          | -  | -       | office | caixa  | -          | full_time | -
          caixa          | -  | -       | office | caixa  | -          | -         | remote
          caixa          | -  | -       | hybrid | caixa  | -          | -         | remote
          """)
  void a_job_of_a_story_is_a_match_where_the_same_listing_is_one(
      String title,
      String region,
      String shift,
      String workplace,
      String words,
      String place,
      String wishedShift,
      String wishedWorkplace) {
    var said = new HashMap<String, String>();
    said.put("words", title);
    var wish = new HashMap<String, String>();
    Job job = job("1", title);
    if (region != null) {
      job.in("Santos", region);
      said.put("place", "Santos");
      said.put("region", region);
    }
    if (shift != null) {
      job.at(Shift.named(shift).orElseThrow());
      said.put("shift", shift);
    }
    if (workplace != null) {
      job.at(Workplace.named(workplace).orElseThrow());
      said.put("workplace", workplace);
    }
    job.offered();
    put(wish, "words", words);
    put(wish, "place", place);
    put(wish, "shift", wishedShift);
    put(wish, "workplace", wishedWorkplace);

    for (WishPart part : WishPart.values()) {
      Wish one = Wish.told(wish).demanding(EnumSet.of(WishPart.WORDS, part));
      assertThat(Fit.of(one, said).match())
          .as("%s", part)
          .isEqualTo(!matching.rank(ACCOUNT, one, 5).isEmpty());
    }
  }

  private static void put(Map<String, String> wish, String part, String told) {
    if (told != null) {
      wish.put(part, told);
    }
  }

  @Test
  void what_a_story_does_not_tell_contradicts_nothing_and_a_must_have_is_never_made_up_for() {
    Wish wish = Wish.told(Map.of("words", "cozinha", "has", "inglês e CNH B"));
    assertThat(Fit.of(wish, Map.of())).isEqualTo(new Fit(true, List.of()));
    assertThat(Fit.of(wish, Map.of("has", "CNH-B", "words", "ajudante de cozinheiro")).agreed())
        .containsExactly("ajudante de cozinheiro");
    assertThat(Fit.of(wish, Map.of("has", "CNH D")).match()).isFalse();
  }
}
