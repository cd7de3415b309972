package io.talaria.journal;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Statements whose results nobody reads, sent together right before their transaction commits: one
 * round trip instead of one each, which is most of what a small statement costs.
 *
 * <p>They run in the order in which they were added, after everything else of the transaction; a
 * failure rolls all of it back. So only what the rest of the transaction doesn't look at goes here.
 */
@Component
public class AtCommit {
  private final JdbcTemplate jdbc;

  AtCommit(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Runs the statement at the end of the current transaction; at once when there is none. The same
   * statement with the same values is run once.
   *
   * @param sql one statement with {@code ?} for each value
   */
  public void run(String sql, @Nullable Object... values) {
    var statement = new Statement(sql, Arrays.asList(values));
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      execute(List.of(statement));
      return;
    }
    Waiting waiting = (Waiting) TransactionSynchronizationManager.getResource(this);
    if (waiting == null) {
      waiting = new Waiting();
      TransactionSynchronizationManager.bindResource(this, waiting);
      TransactionSynchronizationManager.registerSynchronization(waiting);
    }
    waiting.statements.add(statement);
  }

  /** Runs what waits in the current transaction already, for whoever must look at it. */
  public void now() {
    Waiting waiting = (Waiting) TransactionSynchronizationManager.getResource(this);
    if (waiting != null) {
      waiting.run();
    }
  }

  /** PostgreSQL's driver sends statements that semicolons part in one go, each prepared once. */
  private void execute(Collection<Statement> statements) {
    String sql = statements.stream().map(Statement::sql).collect(Collectors.joining(";\n"));
    PreparedStatementCallback<Boolean> all =
        prepared -> {
          int position = 0;
          for (Statement statement : statements) {
            for (Object value : statement.values()) {
              prepared.setObject(++position, value);
            }
          }
          return prepared.execute();
        };
    jdbc.execute(sql, all);
  }

  private record Statement(String sql, List<@Nullable Object> values) {}

  private final class Waiting implements TransactionSynchronization {
    private final Set<Statement> statements = new LinkedHashSet<>();

    @Override
    public void beforeCommit(boolean readOnly) {
      run();
    }

    void run() {
      if (!statements.isEmpty()) {
        execute(statements);
        statements.clear();
      }
    }

    @Override
    public void beforeCompletion() {
      TransactionSynchronizationManager.unbindResourceIfPossible(AtCommit.this);
    }
  }
}
