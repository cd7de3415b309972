package io.talaria.console;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.vaadin.flow.router.Route;
import org.junit.jupiter.api.Test;

class ConsoleLawsTest {
  private static final JavaClasses CONSOLE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.talaria.console");

  @Test
  void the_console_sees_the_journeys_door_and_not_its_flow() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.talaria.journey.flow..", "io.talaria.journey.rule..")
        .because(
            "whatever changes a journey is asked for by Updates; see the door, CandidateJourney")
        .check(CONSOLE);
  }

  @Test
  void views_are_private_to_their_package() {
    classes()
        .that()
        .areAnnotatedWith(Route.class)
        .should()
        .bePackagePrivate()
        .because("pages are reached by their address, never by their class")
        .check(CONSOLE);
  }

  @Test
  void only_the_desk_speaks_with_temporal() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.talaria.console.desk..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.temporal..")
        .because("deadlines and the sorting of failures stand in one place, TemporalDesk")
        .check(CONSOLE);
  }

  @Test
  void no_neighbour_is_reached_but_the_journal_and_the_journey() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.talaria.worker..", "io.talaria.gateway..", "com.slack..")
        .because("the console reads the journal and asks the journey; the others act")
        .check(CONSOLE);
  }

  @Test
  void pages_write_no_sql() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("org.springframework.jdbc.core.simple.JdbcClient")
        .because("SQL is written out in the journal, beside its reason and its index")
        .check(CONSOLE);
  }
}
