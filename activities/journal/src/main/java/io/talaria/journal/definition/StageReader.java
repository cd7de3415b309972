package io.talaria.journal.definition;

import io.talaria.definition.Plan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the stages with their steps; ids are unique in the whole definition. */
final class StageReader {
  private final StepReader steps;
  private final Translations translations;
  private final List<Plan.Stage> plan = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();

  StageReader(Translations translations) {
    this.translations = translations;
    this.steps = new StepReader(translations);
  }

  /** The steps by stage id, in order. */
  Map<String, List<Step>> read(Place place) {
    var byStage = new LinkedHashMap<String, List<Step>>();
    for (Place stage : place.list("stages", "- id: initial_contact", 1, 50)) {
      Keys keys = stage.keys("a stage", List.of("id", "name", "steps"), List.of());
      Place idPlace = keys.at("id");
      String id = idPlace.id("a stage's id", "initial_contact");
      if (!id.isEmpty() && !ids.add(id)) {
        idPlace.mistake("each stage's id once", "final_review", idPlace.found() + " again");
      }
      Localized names = translations.read(keys.at("name"), "a stage's name", 60);
      List<Step> read = steps.read(keys.at("steps"));
      List<String> questions =
          read.stream()
              .filter(Step.Ask.class::isInstance)
              .map(step -> ((Step.Ask) step).id())
              .toList();
      if (questions.isEmpty() && keys.has("steps")) {
        keys.at("steps").mistake("a stage that asks something", "- ask: role", "no question");
      }
      plan.add(new Plan.Stage(id, names.byLanguage(), questions));
      byStage.put(id, read);
    }
    return byStage;
  }

  /** What the workflow carries of the stages read. */
  List<Plan.Stage> plan() {
    return List.copyOf(plan);
  }
}
