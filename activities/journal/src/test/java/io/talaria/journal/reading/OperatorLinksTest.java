package io.talaria.journal.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journal.SampleJournal;
import io.talaria.journal.operator.Operator;
import io.talaria.journal.operator.Operator.Role;
import io.talaria.journal.operator.OperatorLinks;
import io.talaria.journal.operator.Operators;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class OperatorLinksTest extends JournalReading {
  @Autowired Operators operators;
  @Autowired OperatorLinks links;

  @Test
  void a_link_sets_a_password_once() {
    String secret = links.issue(newcomer(), hours(48));
    assertThat(links.peek(secret)).isPresent();
    assertThat(links.redeem(secret, "hash")).isTrue();
    assertThat(links.redeem(secret, "other")).isFalse();
    assertThat(links.peek(secret)).isEmpty();
    assertThat(operators.byEmail("NINA@talaria.example").orElseThrow().passwordHash())
        .isEqualTo("hash");
  }

  @Test
  void the_secret_itself_is_not_kept() {
    String secret = links.issue(newcomer(), hours(48));
    assertThat(jdbc.sql("select token_hash from operator_link").query(String.class).single())
        .hasSize(64)
        .doesNotContain(secret);
  }

  @Test
  void an_older_link_and_an_expired_one_no_longer_work() {
    Operator nina = newcomer();
    String first = links.issue(nina, hours(48));
    String second = links.issue(nina, hours(0));
    assertThat(links.redeem(first, "x")).isFalse();
    assertThat(links.redeem(second, "x")).isFalse();
  }

  @Test
  void an_address_is_known_once_whatever_its_case() {
    newcomer();
    assertThat(
            operators.add(
                SampleJournal.ACCOUNT, "Nina@Talaria.example", "Other", Role.RECRUITER, null))
        .isEmpty();
  }

  private Operator newcomer() {
    return operators
        .add(SampleJournal.ACCOUNT, "nina@talaria.example", "Nina Reis", Role.LEAD, null)
        .orElseThrow();
  }
}
