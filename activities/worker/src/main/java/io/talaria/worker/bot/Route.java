package io.talaria.worker.bot;

import io.talaria.definition.Plan;
import io.talaria.journal.definition.Definition;
import io.talaria.journal.definition.Step;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way from a question to the next one.
 *
 * @param said on the way
 * @param stage where it leads; the last one when nothing is left to ask
 * @param ask null when nothing is left to ask
 */
record Route(List<Step.Say> said, String stage, Step.@Nullable Ask ask) {

  /** The way from the start of this stage on, or from behind one of its questions. */
  static Route after(Definition definition, String stage, @Nullable String question) {
    var said = new ArrayList<Step.Say>();
    List<Plan.Stage> stages = definition.plan().stages();
    String behind = question;
    for (Plan.Stage candidate : from(stages, stage)) {
      for (Step step : behind(definition.stepsOf(candidate.id()), behind)) {
        switch (step) {
          case Step.Say say -> said.add(say);
          case Step.Ask ask -> {
            return new Route(List.copyOf(said), candidate.id(), ask);
          }
        }
      }
      behind = null;
    }
    return new Route(List.copyOf(said), stages.getLast().id(), null);
  }

  private static List<Step> behind(List<Step> steps, @Nullable String question) {
    if (question == null) {
      return steps;
    }
    return steps.stream()
        .dropWhile(step -> !(step instanceof Step.Ask ask && ask.id().equals(question)))
        .skip(1)
        .toList();
  }

  private static List<Plan.Stage> from(List<Plan.Stage> stages, String stage) {
    return stages.stream().dropWhile(candidate -> !candidate.id().equals(stage)).toList();
  }
}
