package io.talaria.journal.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.talaria.journal.form.FormLinks.Link;
import java.time.Instant;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FormLinksTest {
  private static final UUID ANA = UUID.randomUUID();
  private static final UUID JOURNEY = UUID.randomUUID();
  private static final Instant AT = Instant.parse("2026-12-01T12:00:00Z");
  private static final FormLinks LINKS = links("a-secret-of-tests", null);

  private static FormLinks links(String secret, String previous) {
    return new FormLinks(new FormLinkSettings(secret, previous));
  }

  private static String token(FormLinks links) {
    return links.link("{token}", ANA, JOURNEY, "profile", AT);
  }

  @Test
  void a_link_says_whose_form_it_is_and_is_the_same_each_time() {
    String link =
        LINKS.link("https://forms.example/p?token={token}&x=1", ANA, JOURNEY, "profile", AT);

    assertThat(link).startsWith("https://forms.example/p?token=").endsWith("&x=1");
    assertThat(LINKS.link("{token}", ANA, JOURNEY, "profile", AT)).isEqualTo(token(LINKS));
    assertThat(LINKS.open(token(LINKS))).contains(new Link(ANA, JOURNEY, "profile", AT));
    assertThat(token(LINKS)).matches("[A-Za-z0-9_.-]+").hasSizeLessThan(200);
  }

  @Property(tries = 300)
  void a_token_with_any_letter_changed_is_none(@ForAll @IntRange(max = 500) int where) {
    String token = token(LINKS);
    int at = where % token.length();
    char other = token.charAt(at) == 'A' ? 'B' : 'A';
    String changed = token.substring(0, at) + other + token.substring(at + 1);
    // The last letter of a part has bits that mean nothing: what it says is the same then.
    LINKS
        .open(changed)
        .ifPresent(link -> assertThat(link).isEqualTo(new Link(ANA, JOURNEY, "profile", AT)));
    if (at < 40) {
      assertThat(LINKS.open(changed)).isEmpty();
    }
  }

  @Property(tries = 300)
  void rubbish_is_no_token(@ForAll String rubbish) {
    assertThat(LINKS.open(rubbish)).isEmpty();
  }

  @Test
  void while_the_secret_is_changed_links_of_before_are_believed_and_no_others() {
    FormLinks changed = links("a-newer-secret-of-tests", "a-secret-of-tests");
    assertThat(changed.open(token(LINKS))).isPresent();
    assertThat(changed.open(token(changed))).isPresent();
    assertThat(LINKS.open(token(changed))).isEmpty();
    assertThat(links("a-newer-secret-of-tests", null).open(token(LINKS))).isEmpty();
  }

  @Test
  void without_a_secret_nothing_is_believed_and_a_link_says_what_to_set() {
    FormLinks none = links(null, "");
    assertThat(none.configured()).isFalse();
    assertThat(none.open(token(LINKS))).isEmpty();
    assertThatThrownBy(() -> token(none)).hasMessageContaining("talaria.forms.link-secret");
    assertThatThrownBy(() -> links("short", null)).hasMessageContaining("at least 16");
  }
}
