package io.talaria.journal.definition;

import io.talaria.definition.Plan;
import io.talaria.definition.Predicate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the stages with their steps; ids are unique in the whole definition. */
final class StageReader {
  private final StepReader steps;
  private final Translations translations;
  private final References references = new References();
  private final List<Plan.Stage> plan = new ArrayList<>();
  private final Map<String, Definition.Entry> entries = new LinkedHashMap<>();
  private final Set<String> ids = new HashSet<>();
  private final Engine usual;
  private final Map<String, Engine> engines = new LinkedHashMap<>();

  /**
   * @param usual the bot of stages that don't name one
   */
  StageReader(Translations translations, Engine usual) {
    this.translations = translations;
    this.usual = usual;
    this.steps = new StepReader(translations, references);
  }

  /** The steps by stage id, in order. */
  Map<String, List<Step>> read(Place place) {
    var byStage = new LinkedHashMap<String, List<Step>>();
    for (Place stage : place.list("stages", "- id: initial_contact", 1, 50)) {
      Keys keys =
          stage.keys("a stage", List.of("id", "name"), List.of("steps", "active", "when", "bot"));
      Place idPlace = keys.at("id");
      String id = idPlace.id("a stage's id", "initial_contact");
      if (!id.isEmpty() && !ids.add(id)) {
        idPlace.mistake("each stage's id once", "final_review", idPlace.found() + " again");
      }
      Localized names = translations.read(keys.at("name"), "a stage's name", 60);
      entries.put(id, entry(keys));
      references.stage(id);
      Engine engine = keys.maybe("bot").map(EngineReader::read).orElse(usual);
      if (engine instanceof Engine.Http) {
        references.talksFromOutside();
      }
      boolean asksItself =
          engine instanceof Engine.Http http && http.fallback() == Engine.Fallback.HUMAN;
      if (!keys.has("steps") && !asksItself) {
        stage.mistake("the key `steps` of a stage", "steps: …", "none");
      }
      if (!keys.has("steps")) {
        references.passes(stage);
      }
      List<Step> read = keys.maybe("steps").map(steps::read).orElse(List.of());
      List<String> questions = Definition.asks(read).map(Step.Ask::id).toList();
      if (questions.isEmpty() && keys.has("steps")) {
        keys.at("steps").mistake("a stage that asks something", "- ask: role", "no question");
      }
      boolean slow = engine instanceof Engine.Http;
      plan.add(new Plan.Stage(id, names.byLanguage(), questions, slow ? Boolean.TRUE : null));
      byStage.put(id, read);
      engines.put(id, engine);
    }
    if (!entries.isEmpty() && entries.values().stream().noneMatch(Definition.Entry::active)) {
      place.mistake(
          "a stage that somebody enters", "active: true", "`active: false` at all stages");
    }
    references.check();
    return byStage;
  }

  private Definition.Entry entry(Keys keys) {
    boolean active = keys.maybe("active").map(p -> p.yesOrNo("whether it is used")).orElse(true);
    Predicate when = keys.maybe("when").map(references::turning).orElse(Definition.ALWAYS);
    return new Definition.Entry(active, when);
  }

  /** The bots of the stages read, by stage id. */
  Map<String, Engine> engines() {
    return Map.copyOf(engines);
  }

  /** The first question with help for somebody who doesn't know; empty when there is none. */
  Optional<String> explored() {
    return references.firstExplored();
  }

  /** What conditions may ask of the questions read, by id. */
  Map<String, PredicateReader.Subject> subjects() {
    return references.subjects();
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
