package io.talaria.dev;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * WhatsApp and Slack as they look from outside, with pages to act as a candidate and to read the
 * channel. All state is in memory and ends with the process.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class Simulators {
  public static void main(String[] args) {
    SpringApplication.run(Simulators.class, args);
  }
}
