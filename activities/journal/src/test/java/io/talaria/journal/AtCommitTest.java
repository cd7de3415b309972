package io.talaria.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Statements that wait for the end of their transaction. */
class AtCommitTest {
  private static final String INSERT = "insert into said (word) values (?)";
  private static final DriverManagerDataSource DATABASE =
      new DriverManagerDataSource(TestDatabase.newUrl(), "postgres", "postgres");

  private final CountingJdbc jdbc = new CountingJdbc();
  private final AtCommit atCommit = new AtCommit(jdbc);
  private final TransactionTemplate transaction =
      new TransactionTemplate(new JdbcTransactionManager(DATABASE));

  /** Counts what goes to the database as one. */
  private static final class CountingJdbc extends JdbcTemplate {
    private int trips;

    CountingJdbc() {
      super(DATABASE);
    }

    @Override
    public <T extends @Nullable Object> T execute(String sql, PreparedStatementCallback<T> action) {
      trips++;
      return super.execute(sql, action);
    }
  }

  @BeforeAll
  static void table() {
    new JdbcTemplate(DATABASE)
        .execute("create table said (id serial primary key, word text not null, number integer)");
  }

  @BeforeEach
  void nothingIsSaid() {
    jdbc.execute("truncate said");
  }

  private List<String> said() {
    return jdbc.queryForList("select word from said order by id", String.class);
  }

  @Test
  void they_run_together_in_their_order_after_everything_else() {
    transaction.executeWithoutResult(
        status -> {
          atCommit.run(INSERT, "second");
          atCommit.run("insert into said (word, number) values (?, ?)", "third", 3);
          jdbc.update(INSERT, "first");
          assertThat(said()).containsExactly("first");
        });
    assertThat(said()).containsExactly("first", "second", "third");
    assertThat(jdbc.trips).isEqualTo(1);
  }

  @Test
  void the_same_with_the_same_values_runs_once() {
    transaction.executeWithoutResult(
        status -> {
          atCommit.run(INSERT, "once");
          atCommit.run(INSERT, "other");
          atCommit.run(INSERT, "once");
        });
    assertThat(said()).containsExactly("once", "other");
  }

  @Test
  void a_failure_of_one_rolls_back_all_of_the_transaction() {
    assertThatThrownBy(
            () ->
                transaction.executeWithoutResult(
                    status -> {
                      jdbc.update(INSERT, "first");
                      atCommit.run(INSERT, "second");
                      atCommit.run(INSERT, new Object[] {null});
                    }))
        .isInstanceOf(DataAccessException.class);
    assertThat(said()).isEmpty();
  }

  @Test
  void a_transaction_that_is_rolled_back_runs_none_and_leaves_none_to_the_next() {
    transaction.executeWithoutResult(
        status -> {
          atCommit.run(INSERT, "never");
          status.setRollbackOnly();
        });
    transaction.executeWithoutResult(status -> atCommit.run(INSERT, "next"));
    assertThat(said()).containsExactly("next");
  }

  @Test
  void who_must_look_at_them_has_them_run_at_once_and_no_second_time() {
    transaction.executeWithoutResult(
        status -> {
          atCommit.run(INSERT, "now");
          atCommit.now();
          assertThat(said()).containsExactly("now");
          atCommit.run(INSERT, "later");
          assertThat(said()).containsExactly("now");
        });
    assertThat(said()).containsExactly("now", "later");
  }

  @Test
  void without_a_transaction_they_run_at_once() {
    atCommit.run(INSERT, "alone");
    assertThat(said()).containsExactly("alone");
    atCommit.now();
    assertThat(said()).containsExactly("alone");
  }
}
