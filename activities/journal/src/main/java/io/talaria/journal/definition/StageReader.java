package io.talaria.journal.definition;

import io.talaria.definition.Plan;
import io.talaria.definition.Predicate;
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
  private final References references = new References();
  private final List<Plan.Stage> plan = new ArrayList<>();
  private final Map<String, Definition.Entry> entries = new LinkedHashMap<>();
  private final Set<String> ids = new HashSet<>();

  StageReader(Translations translations) {
    this.translations = translations;
    this.steps = new StepReader(translations, references);
  }

  /** The steps by stage id, in order. */
  Map<String, List<Step>> read(Place place) {
    var byStage = new LinkedHashMap<String, List<Step>>();
    for (Place stage : place.list("stages", "- id: initial_contact", 1, 50)) {
      Keys keys = stage.keys("a stage", List.of("id", "name", "steps"), List.of("active", "when"));
      Place idPlace = keys.at("id");
      String id = idPlace.id("a stage's id", "initial_contact");
      if (!id.isEmpty() && !ids.add(id)) {
        idPlace.mistake("each stage's id once", "final_review", idPlace.found() + " again");
      }
      Localized names = translations.read(keys.at("name"), "a stage's name", 60);
      entries.put(id, entry(keys));
      references.stage(id);
      List<Step> read = steps.read(keys.at("steps"));
      List<String> questions = Definition.asks(read).map(Step.Ask::id).toList();
      if (questions.isEmpty() && keys.has("steps")) {
        keys.at("steps").mistake("a stage that asks something", "- ask: role", "no question");
      }
      plan.add(new Plan.Stage(id, names.byLanguage(), questions));
      byStage.put(id, read);
    }
    references.check();
    return byStage;
  }

  private Definition.Entry entry(Keys keys) {
    boolean active = keys.maybe("active").map(p -> p.yesOrNo("whether it is used")).orElse(true);
    Predicate when = keys.maybe("when").map(references::predicate).orElse(Definition.ALWAYS);
    return new Definition.Entry(active, when);
  }

  /** What the workflow carries of the stages read. */
  List<Plan.Stage> plan() {
    return List.copyOf(plan);
  }

  /** Whether a candidate enters a stage, by its id. */
  Map<String, Definition.Entry> entries() {
    return Map.copyOf(entries);
  }
}
