package io.talaria.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.temporal.client.WorkflowOptions;
import org.junit.jupiter.api.Test;

class GatewayLawsTest {
  private static final JavaClasses GATEWAY =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.talaria.gateway");

  @Test
  void it_sees_the_door_and_the_messages_never_the_flow_or_the_rules() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.talaria.journey.flow..", "io.talaria.journey.rule..")
        .because(
            "what a message leads to is the journey's to decide; a gateway that interprets meaning"
                + " would decide it twice. Send what happened as a signal instead")
        .check(GATEWAY);
  }

  @Test
  void of_ours_it_knows_the_contract_and_the_journal_only() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.talaria.worker..", "io.talaria.console..", "io.talaria.definition..")
        .because(
            "gateway, worker and console are processes of their own that share the journal; what"
                + " two of them need belongs there")
        .check(GATEWAY);
  }

  @Test
  void it_has_no_user_interface() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.vaadin..")
        .because("people work in the console; a webhook's process stays small and starts fast")
        .check(GATEWAY);
  }

  @Test
  void only_the_door_knows_temporal() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.talaria.gateway.door..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.temporal..", "io.grpc..")
        .because(
            "storing and recording must not wait for Temporal; whoever needs a journey asks the"
                + " door through the forwarder")
        .check(GATEWAY);
  }

  @Test
  void every_run_is_started_with_the_same_options() {
    noClasses()
        .that()
        .doNotHaveSimpleName("RunOptions")
        .should()
        .callMethod(WorkflowOptions.class, "newBuilder")
        .because(
            "a run that is started otherwise takes the server's word for how long a dead worker's"
                + " step is waited for, and may be ended by a time-out; start from RunOptions")
        .check(GATEWAY);
  }

  @Test
  void only_the_entries_of_others_know_http() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "io.talaria.gateway.whatsapp..",
            "io.talaria.gateway.form..",
            "io.talaria.gateway.api..",
            "io.talaria.gateway.outsidebot..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jakarta.servlet..", "org.springframework.web..")
        .because(
            "a delivery is worked off long after its answer; what happens then must not depend on"
                + " the request")
        .check(GATEWAY);
  }

  @Test
  void sql_stays_in_the_journal() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework.jdbc..", "jakarta.persistence..")
        .because(
            "claims and leases are decided by statements that are explained where they stand; put a"
                + " method with the statement into io.talaria.journal")
        .check(GATEWAY);
  }

  @Test
  void its_packages_have_one_direction() {
    slices()
        .matching("io.talaria.gateway.(*)..")
        .should()
        .beFreeOfCycles()
        .because("webhooks lead to the inbox and the inbox to the door, never back")
        .check(GATEWAY);
  }
}
