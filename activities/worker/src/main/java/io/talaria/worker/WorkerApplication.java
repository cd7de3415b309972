package io.talaria.worker;

import io.talaria.journal.JournalConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The worker process: it runs journeys and what they ask of their neighbours. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
@Import(JournalConfiguration.class)
public class WorkerApplication {
  public static void main(String[] args) {
    SpringApplication.run(WorkerApplication.class, args);
  }
}
