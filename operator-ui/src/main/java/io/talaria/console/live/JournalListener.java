package io.talaria.console.live;

import io.talaria.journal.JournalNotice;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The one connection of this process that LISTENs. What arrives within a moment is told together.
 * While it is down pages are told to read again every five seconds, so that nothing stays stale for
 * longer.
 */
@Component
class JournalListener implements SmartLifecycle, Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(JournalListener.class);
  private static final int TICK_MILLIS = 5_000;
  private static final int GATHER_MILLIS = 40;
  private static final int APART_MILLIS = 500;

  private final DataSource database;
  private final LiveJournal journal;
  private volatile boolean running;

  JournalListener(DataSource database, LiveJournal journal) {
    this.database = database;
    this.journal = journal;
  }

  @Override
  public void start() {
    running = true;
    Thread.ofPlatform().name("journal-listener").daemon().start(this);
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public void run() {
    while (running) {
      try (Connection connection = database.getConnection()) {
        listen(connection);
      } catch (SQLException | RuntimeException e) {
        LOG.warn("Not listening to the journal, trying again: {}", e.toString());
        pause();
      }
      if (running) {
        journal.tell(Set.of());
      }
    }
  }

  private void listen(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("listen " + JournalNotice.CHANNEL);
    }
    // What happened before the LISTEN was heard by nobody.
    journal.tell(Set.of());
    var postgres = connection.unwrap(PGConnection.class);
    long told = 0;
    while (running) {
      var changed = new HashSet<UUID>();
      gather(postgres.getNotifications(TICK_MILLIS), changed);
      if (changed.isEmpty()) {
        // A connection that died silently shows here; a healthy one costs one round trip.
        if (!connection.isValid(2)) {
          throw new SQLException("the connection is gone");
        }
        journal.tick();
        continue;
      }
      // The first change is told at once; in a burst pages are told twice a second, not each time.
      long pause = Math.max(GATHER_MILLIS, told + APART_MILLIS - System.currentTimeMillis());
      gather(postgres.getNotifications(Math.toIntExact(pause)), changed);
      journal.tell(changed);
      told = System.currentTimeMillis();
    }
  }

  private static void gather(PGNotification[] notifications, Set<UUID> changed) {
    if (notifications != null) {
      for (PGNotification notification : notifications) {
        changed.add(UUID.fromString(notification.getParameter()));
      }
    }
  }

  private void pause() {
    try {
      Thread.sleep(TICK_MILLIS);
    } catch (InterruptedException e) {
      running = false;
      Thread.currentThread().interrupt();
    }
  }
}
