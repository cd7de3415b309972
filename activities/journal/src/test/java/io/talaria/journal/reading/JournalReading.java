package io.talaria.journal.reading;

import io.talaria.journal.JournalConfiguration;
import io.talaria.journal.SampleJournal;
import io.talaria.journal.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A journal on a real PostgreSQL, empty before each test. */
@SpringBootTest(classes = JournalReading.App.class)
abstract class JournalReading {
  @EnableAutoConfiguration
  @Import(JournalConfiguration.class)
  static class App {}

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    TestDatabase.register(properties);
  }

  @Autowired JdbcClient jdbc;
  SampleJournal journal;

  @BeforeEach
  void empty() {
    jdbc.sql(
            "truncate candidate, contact_alias, journey, stage_visit, brake, takeover, message,"
                + " turn, send_intent, risk_assessment, event, queue_read, quarantine,"
                + " webhook_delivery, operator, operator_link, number_hold, spam_hold, messaging_limit cascade")
        .update();
    journal = new SampleJournal(jdbc);
  }

  static Duration minutes(long minutes) {
    return Duration.ofMinutes(minutes);
  }

  static Duration hours(long hours) {
    return Duration.ofHours(hours);
  }
}
