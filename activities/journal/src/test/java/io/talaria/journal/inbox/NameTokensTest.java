package io.talaria.journal.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NameTokensTest {
  @Test
  void accents_and_case_are_folded() {
    assertThat(NameTokens.fold("João ÇELİK")).isEqualTo("joao celik");
  }

  @Test
  void prefixes_have_two_to_fifteen_characters() {
    assertThat(NameTokens.prefixes("Li Wolfeschlegelsteinhausen"))
        .contains("li", "wo", "wolfeschlegelst")
        .doesNotContain("l", "wolfeschlegelste");
  }

  @Test
  void characters_beyond_the_basic_plane_stay_whole() {
    assertThat(NameTokens.prefixes("𠮷𠮷𠮷")).containsExactlyInAnyOrder("𠮷𠮷", "𠮷𠮷𠮷");
  }

  @Test
  void a_name_of_signs_alone_has_none() {
    assertThat(NameTokens.prefixes("🎉 - .")).isEmpty();
  }

  @Test
  void a_searched_word_is_cut_where_the_prefixes_end() {
    assertThat(NameTokens.searched("josé Wolfeschlegelsteinhausen"))
        .containsExactly("jose", "wolfeschlegelst");
  }
}
