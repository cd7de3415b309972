package io.talaria.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.talaria.journey.flow.CandidateJourneyImpl;
import java.text.DateFormat;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.chrono.ChronoLocalDate;
import java.time.chrono.ChronoLocalDateTime;
import java.time.chrono.ChronoZonedDateTime;
import java.util.Calendar;
import java.util.Date;
import java.util.TimeZone;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** The laws of the pure side. */
@AnalyzeClasses(packages = "io.talaria", importOptions = DoNotIncludeTests.class)
class PurityTest {
  @ArchTest
  static final ArchRule rules_know_no_engine =
      noClasses()
          .that()
          .resideInAPackage("..journey.rule..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.temporal..")
          .because(
              "a decision is a function of values, testable in microseconds; what needs the engine"
                  + " belongs to flow");

  @ArchTest
  static final ArchRule nothing_here_reads_a_clock =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(InstantSource.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Date.class)
          .because(
              "a replayed journey must decide the same; ask Workflow.currentTimeMillis in flow and"
                  + " hand the time in");

  @ArchTest
  static final ArchRule nothing_here_is_random =
      noClasses()
          .should()
          .callMethod(UUID.class, "randomUUID")
          .orShould()
          .callMethod(Math.class, "random")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(RandomGenerator.class)
          .because(
              "keys are made from causes (TurnKey), so that whoever comes again finds the row");

  @ArchTest
  static final ArchRule nothing_here_knows_a_time_zone =
      noClasses()
          .should()
          .dependOnClassesThat()
          .areAssignableTo(ZoneId.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(ChronoLocalDate.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(ChronoLocalDateTime.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(ChronoZonedDateTime.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(LocalTime.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(TimeZone.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Calendar.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(DateFormat.class)
          .because(
              "every JDK brings its own time zone rules, and a branch that hangs on them replays"
                  + " otherwise after an upgrade; compute local instants in an activity, which"
                  + " history records");

  @ArchTest
  static final ArchRule no_frameworks_and_no_drivers =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..")
          .because("neighbours are reached through io.talaria.port; adapters live in activities");

  @ArchTest
  static final ArchRule nothing_here_waits_for_a_disk_or_a_network =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.io..", "java.nio.file..", "java.nio.channels..", "java.net..", "javax.net..")
          .because(
              "flow and codec run on the workflow's thread: what takes a second there fails the"
                  + " tasks of every journey; look it up in an activity, or keep it at hand");

  @ArchTest
  static final ArchRule the_contract_does_not_know_the_flow =
      noClasses()
          .that()
          .resideInAnyPackage("..journey", "..port..", "..definition..", "..seal..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..journey.flow..", "..journey.rule..")
          .because("gateway and console see the contract alone; the worker names the flow");

  @ArchTest
  static final ArchRule the_flow_is_entered_by_its_contract =
      noClasses()
          .that()
          .resideOutsideOfPackage("..journey.flow..")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(CandidateJourneyImpl.class)
          .because("it is public for the engine only; speak to CandidateJourney");
}
