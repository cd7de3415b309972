package io.talaria.gateway;

import io.talaria.gateway.repair.RepairCommand;
import io.talaria.gateway.replan.MoveJourneysCommand;
import io.talaria.journal.JournalConfiguration;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The webhook gateway. Several may run on one journal. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
@Import(JournalConfiguration.class)
public class GatewayApplication {
  public static void main(String[] args) {
    if (args.length > 0 && args[0].equals(RepairCommand.NAME)) {
      System.exit(RepairCommand.run(List.of(args).subList(1, args.length)));
    }
    if (args.length > 0 && args[0].equals(MoveJourneysCommand.NAME)) {
      System.exit(MoveJourneysCommand.run(List.of(args).subList(1, args.length)));
    }
    SpringApplication.run(GatewayApplication.class, args);
  }
}
