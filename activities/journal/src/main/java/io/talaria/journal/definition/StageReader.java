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
  private final Engine usual;
  private final Map<String, Engine> engines = new LinkedHashMap<>();

  /**
   * @param usual the bot of stages that don't name one
   */
  StageReader(Translations translations, Engine usual) {
    this.translations = translations;
    this.usual = usual;
    this.steps = new StepReader(translations);
  }

  /** The steps by stage id, in order. */
  Map<String, List<Step>> read(Place place) {
    var byStage = new LinkedHashMap<String, List<Step>>();
    for (Place stage : place.list("stages", "- id: initial_contact", 1, 50)) {
      Keys keys = stage.keys("a stage", List.of("id", "name"), List.of("steps", "bot"));
      Place idPlace = keys.at("id");
      String id = idPlace.id("a stage's id", "initial_contact");
      if (!id.isEmpty() && !ids.add(id)) {
        idPlace.mistake("each stage's id once", "final_review", idPlace.found() + " again");
      }
      Localized names = translations.read(keys.at("name"), "a stage's name", 60);
      Engine engine = keys.maybe("bot").map(EngineReader::read).orElse(usual);
      boolean asksItself =
          engine instanceof Engine.Http http && http.fallback() == Engine.Fallback.HUMAN;
      if (!keys.has("steps") && !asksItself) {
        stage.mistake("the key `steps` of a stage", "steps: …", "none");
      }
      List<Step> read = keys.maybe("steps").map(steps::read).orElse(List.of());
      List<String> questions =
          read.stream()
              .filter(Step.Ask.class::isInstance)
              .map(step -> ((Step.Ask) step).id())
              .toList();
      if (questions.isEmpty() && keys.has("steps")) {
        keys.at("steps").mistake("a stage that asks something", "- ask: role", "no question");
      }
      boolean slow = engine instanceof Engine.Http;
      plan.add(new Plan.Stage(id, names.byLanguage(), questions, slow ? Boolean.TRUE : null));
      byStage.put(id, read);
      engines.put(id, engine);
    }
    return byStage;
  }

  /** The bots of the stages read, by stage id. */
  Map<String, Engine> engines() {
    return Map.copyOf(engines);
  }

  /** What the workflow carries of the stages read. */
  List<Plan.Stage> plan() {
    return List.copyOf(plan);
  }
}
