package io.talaria.worker;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.talaria.port.Bot;
import io.talaria.port.Channel;
import io.talaria.port.Desk;
import io.talaria.port.Journal;
import org.junit.jupiter.api.Test;

class LawsTest {
  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.talaria.worker", "io.talaria.journal");

  @Test
  void the_journal_knows_no_temporal_and_no_http() {
    noClasses()
        .that()
        .resideInAPackage("io.talaria.journal..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.temporal..", "java.net.http..", "okhttp3..")
        .because(
            "what a crash can't undo is decided in one transaction; put the call into an adapter of"
                + " the worker and give the journal its outcome")
        .check(OURS);
  }

  @Test
  void only_the_registration_names_the_journeys_implementation() {
    noClasses()
        .that()
        .doNotHaveSimpleName("Registration")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.talaria.journey.flow..")
        .because("everybody else speaks to journeys through CandidateJourney, their contract")
        .check(OURS);
  }

  @Test
  void adapters_are_nobodys_business_but_their_neighbours() {
    classes()
        .that()
        .implement(Bot.class)
        .or()
        .implement(Channel.class)
        .or()
        .implement(Desk.class)
        .or()
        .implement(Journal.class)
        .should()
        .bePackagePrivate()
        .because("the port is the door; whoever needs an adapter asks for its port")
        .check(OURS);
  }

  @Test
  void thin_clients_know_no_temporal() {
    noClasses()
        .that()
        .haveSimpleNameEndingWith("Client")
        .and()
        .resideOutsideOfPackage("io.talaria.worker")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.temporal..")
        .because("a client speaks its protocol; the adapter over it sorts failures for the engine")
        .check(OURS);
  }

  @Test
  void neighbours_know_each_other_only_where_the_bot_shows_typing() {
    noClasses()
        .that()
        .resideInAPackage("io.talaria.worker.slack..")
        .or()
        .resideInAPackage("io.talaria.worker.whatsapp..")
        .or()
        .resideInAPackage("io.talaria.worker.journal..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.talaria.worker.bot..")
        .because("one package per neighbour: replacing one must not touch another")
        .check(OURS);
  }
}
