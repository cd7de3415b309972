package io.talaria.journal.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.talaria.journal.JournalConfiguration;
import io.talaria.journal.TestDatabase;
import io.talaria.journal.operator.Operator.Role;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Operators and their links; the start itself checks the entities against the schema. */
@SpringBootTest(
    classes = OperatorsTest.App.class,
    properties = "spring.jpa.hibernate.ddl-auto=validate")
@ExtendWith(OutputCaptureExtension.class)
class OperatorsTest {
  private static final Duration TWO_DAYS = Duration.ofHours(48);

  @EnableAutoConfiguration
  @Import({JournalConfiguration.class, OperatorConfiguration.class})
  static class App {}

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    TestDatabase.register(properties);
  }

  @Autowired JdbcClient jdbc;
  @Autowired Operators operators;
  @Autowired OperatorLinks links;

  @BeforeEach
  void nobody() {
    jdbc.sql("truncate operator, operator_link cascade").update();
  }

  @Test
  void a_new_person_is_found_by_address_and_account() {
    assertThat(operators.none()).isTrue();
    Operator nina = add(" Nina@Talaria.example ", " Nina Reis ", Role.LEAD, "hash").orElseThrow();
    add("ana@talaria.example", "Ana Dias", Role.RECRUITER, null);

    assertThat(operators.none()).isFalse();
    assertThat(nina)
        .isEqualTo(
            new Operator(
                nina.id(),
                Operators.DEFAULT_ACCOUNT,
                "nina@talaria.example",
                "Nina Reis",
                Role.LEAD,
                "hash",
                "en"));
    assertThat(operators.byEmail("NINA@talaria.example ")).contains(nina);
    assertThat(operators.ofAccount(Operators.DEFAULT_ACCOUNT))
        .extracting(Operator::name)
        .containsExactly("Ana Dias", "Nina Reis");
    assertThat(operators.ofAccount(UUID.randomUUID())).isEmpty();
  }

  @Test
  void a_known_address_is_refused_whatever_its_case_and_stays_out_of_the_log(
      CapturedOutput output) {
    Operator nina = newcomer();

    assertThat(add("Nina@Talaria.example", "Other", Role.RECRUITER, "x")).isEmpty();

    assertThat(operators.ofAccount(Operators.DEFAULT_ACCOUNT)).containsExactly(nina);
    assertThat(output.getAll()).doesNotContainIgnoringCase("nina@talaria.example");
  }

  @Test
  void an_unknown_account_is_a_mistake_and_not_a_known_address() {
    assertThatThrownBy(
            () ->
                operators.add(
                    UUID.randomUUID(), "nina@talaria.example", "Nina Reis", Role.LEAD, null))
        .isInstanceOf(DataIntegrityViolationException.class);
    assertThat(operators.none()).isTrue();
  }

  @Test
  void one_who_was_disabled_neither_signs_in_nor_frees_the_address() {
    Operator nina = newcomer();
    String secret = links.issue(nina, TWO_DAYS);
    jdbc.sql("update operator set disabled_at = now()").update();

    assertThat(operators.byEmail(nina.email())).isEmpty();
    assertThat(operators.ofAccount(Operators.DEFAULT_ACCOUNT)).isEmpty();
    assertThat(links.peek(secret)).isEmpty();
    assertThat(links.redeem(secret, "hash")).isFalse();
    assertThat(openLinks()).isEqualTo(1);
    assertThat(add(nina.email(), "Other", Role.LEAD, null)).isEmpty();
    assertThat(operators.none()).isFalse();
  }

  @Test
  void a_new_language_changes_nothing_else() {
    Operator nina = newcomer();

    operators.speak(nina.id(), "pt-BR");
    operators.speak(UUID.randomUUID(), "es");

    assertThat(operators.byEmail(nina.email()))
        .contains(
            new Operator(
                nina.id(),
                nina.accountId(),
                nina.email(),
                nina.name(),
                nina.role(),
                null,
                "pt-BR"));
  }

  @Test
  void a_link_sets_a_password_once() {
    Operator nina = newcomer();
    String secret = links.issue(nina, TWO_DAYS);

    assertThat(links.peek(secret))
        .contains(new OperatorLinks.Invited(nina.id(), nina.name(), nina.email()));
    assertThat(links.redeem(secret, "hash")).isTrue();
    assertThat(links.redeem(secret, "other")).isFalse();
    assertThat(links.peek(secret)).isEmpty();
    assertThat(password(nina)).isEqualTo("hash");
  }

  @Test
  void of_clicks_at_the_same_time_one_sets_the_password() throws Exception {
    Operator nina = newcomer();
    String secret = links.issue(nina, TWO_DAYS);
    List<String> hashes = List.of("a", "b", "c", "d", "e", "f");
    var together = new CyclicBarrier(hashes.size());
    Stream<Callable<Optional<String>>> clicks =
        hashes.stream()
            .map(
                hash ->
                    () -> {
                      together.await();
                      return links.redeem(secret, hash) ? Optional.of(hash) : Optional.empty();
                    });

    try (var threads = Executors.newFixedThreadPool(hashes.size())) {
      var uses =
          threads.invokeAll(clicks.toList()).stream()
              .map(Future::resultNow)
              .flatMap(Optional::stream)
              .toList();

      assertThat(uses).hasSize(1);
      assertThat(password(nina)).isEqualTo(uses.getFirst());
    }
  }

  @Test
  void an_expired_link_sets_nothing() {
    Operator nina = newcomer();
    String secret = links.issue(nina, TWO_DAYS);
    jdbc.sql("update operator_link set expires_at = now() - interval '1 second'").update();

    assertThat(links.peek(secret)).isEmpty();
    assertThat(links.redeem(secret, "hash")).isFalse();
    assertThat(password(nina)).isNull();
  }

  @Test
  void a_newer_link_ends_the_older_one() {
    Operator nina = newcomer();
    String first = links.issue(nina, TWO_DAYS);
    String second = links.issue(nina, TWO_DAYS);

    assertThat(links.redeem(first, "x")).isFalse();
    assertThat(links.redeem(second, "hash")).isTrue();
  }

  @Test
  void an_unknown_secret_opens_nothing() {
    assertThat(links.peek("guessed")).isEmpty();
    assertThat(links.redeem("guessed", "hash")).isFalse();
  }

  @Test
  void the_secret_itself_is_not_kept() {
    String secret = links.issue(newcomer(), TWO_DAYS);

    assertThat(secret).matches("[A-Za-z0-9_-]{43}");
    assertThat(jdbc.sql("select token_hash from operator_link").query(String.class).single())
        .hasSize(64)
        .doesNotContain(secret);
  }

  private Operator newcomer() {
    return add("nina@talaria.example", "Nina Reis", Role.LEAD, null).orElseThrow();
  }

  private Optional<Operator> add(String email, String name, Role role, String passwordHash) {
    return operators.add(Operators.DEFAULT_ACCOUNT, email, name, role, passwordHash);
  }

  private String password(Operator person) {
    return operators.byEmail(person.email()).orElseThrow().passwordHash();
  }

  private int openLinks() {
    return jdbc.sql("select count(*) from operator_link where used_at is null")
        .query(Integer.class)
        .single();
  }
}
