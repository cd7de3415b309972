package io.talaria.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.talaria.journey.CandidateJourney;
import io.talaria.journey.flow.CandidateJourneyImpl;
import io.temporal.activity.ActivityInterface;
import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.UpdateValidatorMethod;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Handlers set, await and return. A handler runs beside the main loop, in whatever task its signal
 * or Update came; a command that it makes falls into another place of history when the same task is
 * run again, and the journey can't be replayed any more.
 */
class HandlersTest {
  private static final List<Class<? extends Annotation>> HANDLER =
      List.of(
          SignalMethod.class, UpdateMethod.class, UpdateValidatorMethod.class, QueryMethod.class);

  /** What asks the engine without making a command. */
  private static final Set<String> HARMLESS =
      Set.of("await", "currentTimeMillis", "isEveryHandlerFinished", "getInfo");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.talaria");

  @Test
  void handlers_only_set_await_and_return() {
    List<String> handlers =
        Arrays.stream(CandidateJourney.class.getMethods())
            .filter(method -> HANDLER.stream().anyMatch(method::isAnnotationPresent))
            .map(Method::getName)
            .toList();
    assertThat(handlers).contains("messageReceived", "takeOver", "checkTakeOver", "state");
    assertThat(handlers)
        .allSatisfy(
            handler ->
                assertThat(commandsOf(handler))
                    .as(
                        "%s makes commands: note the request in Mailbox and act in the main loop",
                        handler)
                    .isEmpty());
  }

  @Test
  void the_search_for_commands_sees_what_the_main_loop_does() {
    assertThat(commandsOf("run"))
        .contains(
            "Workflow.continueAsNew", "Workflow.newTimer", "Journal.record", "Channel.deliver");
  }

  /** Calls that become commands, in the method and in everything of ours that it can reach. */
  private static Set<String> commandsOf(String method) {
    var commands = new TreeSet<String>();
    var reached = new LinkedHashSet<JavaCodeUnit>();
    var open = new ArrayDeque<JavaCodeUnit>();
    CLASSES.get(CandidateJourneyImpl.class).getMethods().stream()
        .filter(each -> each.getName().equals(method))
        .forEach(open::add);
    while (!open.isEmpty()) {
      JavaCodeUnit unit = open.remove();
      if (!reached.add(unit)) {
        continue;
      }
      Stream.concat(
              unit.getCallsFromSelf().stream().map(call -> call.getTarget()),
              unit.getCodeUnitReferencesFromSelf().stream().map(ref -> ref.getTarget()))
          .forEach(
              target -> {
                JavaClass owner = target.getOwner();
                if (isCommand(owner, target.getName())) {
                  commands.add(owner.getSimpleName() + "." + target.getName());
                } else if (owner.getPackageName().startsWith("io.talaria")) {
                  target.resolveMember().ifPresent(open::add);
                }
              });
    }
    return commands;
  }

  private static boolean isCommand(JavaClass owner, String name) {
    if (owner.isAnnotatedWith(ActivityInterface.class)) {
      return true;
    }
    return owner.getPackageName().startsWith("io.temporal.workflow") && !HARMLESS.contains(name);
  }
}
