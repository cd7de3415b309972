package io.talaria.journey.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A worker keeps a journey in memory for as long as it can, so it must not grow with its words. */
class MemoryTest {
  private static final int MESSAGES = 100;

  /** What the SDK has for each local activity of a run. */
  private static final String OF_EACH_CALL =
      "io.temporal.internal.statemachines.LocalActivityStateMachine";

  @AutoClose private static final ScenarioWorld world = new ScenarioWorld();

  @Test
  void a_journey_forgets_what_has_ended() {
    var ana = world.candidate();
    ana.says("oi").silence(Duration.ofSeconds(5)).hears("automatizado");
    ana.recruiter("Camila").takesOver();
    long before = alive();

    for (int i = 0; i < MESSAGES; i++) {
      ana.tapsAndIsHandedOver("mensagem " + i);
    }

    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(() -> assertThat(alive() - before).isLessThan(MESSAGES / 5));
  }

  private static long alive() {
    return instances(histogram(), OF_EACH_CALL);
  }

  /** Number, instances, bytes, name of each class of which something can be reached. */
  private static String histogram() {
    try {
      return (String)
          ManagementFactory.getPlatformMBeanServer()
              .invoke(
                  new ObjectName("com.sun.management:type=DiagnosticCommand"),
                  "gcClassHistogram",
                  new Object[] {null},
                  new String[] {String[].class.getName()});
    } catch (JMException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long instances(String histogram, String className) {
    return histogram
        .lines()
        .map(line -> line.strip().split("\\s+"))
        .filter(columns -> columns.length >= 4 && columns[3].equals(className))
        .mapToLong(columns -> Long.parseLong(columns[1]))
        .sum();
  }
}
