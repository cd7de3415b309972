package io.talaria.worker.bot;

import io.talaria.definition.Plan;
import io.talaria.journal.definition.Answer;
import io.talaria.journal.definition.Definition;
import io.talaria.journal.definition.Localized;
import io.talaria.journal.definition.Step;
import io.talaria.journal.definition.Step.Ask;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The way from where the candidate stands to what is asked next. */
final class Walk {
  private final Definition definition;
  private final List<Step.Say> said = new ArrayList<>();
  private final Map<String, String> passed = new HashMap<>();
  private Scene scene;
  private String stage;
  private @Nullable Ask ask;
  private @Nullable Prompt prompt;
  private boolean skipping;

  private Walk(Scene scene, String stage) {
    this.scene = scene;
    this.definition = scene.definition();
    this.stage = stage;
  }

  /** The way from the start of this stage on, or from behind one of its questions. */
  static Walk from(Scene scene, String stage, @Nullable String question) {
    var walk = new Walk(scene, stage);
    if (question == null || !walk.explores(question)) {
      walk.go(question);
    }
    return walk;
  }

  /** The way from the start of this stage on to what wasn't answered yet. */
  static Walk unanswered(Scene scene, String stage) {
    var walk = new Walk(scene, stage);
    walk.skipping = true;
    walk.go(null);
    return walk;
  }

  List<Step.Say> said() {
    return said;
  }

  /** Where it leads; the last one when nothing is left to ask. */
  String stage() {
    return stage;
  }

  /** Null when nothing is left to ask. */
  @Nullable Ask ask() {
    return ask;
  }

  /** How it is asked; null when nothing is left to ask. */
  @Nullable Prompt prompt() {
    return prompt;
  }

  /** What questions that were passed over count as answered with. */
  Map<String, String> passed() {
    return passed;
  }

  /**
   * The next question that explores, or the one that was explored; false when this explores none.
   */
  private boolean explores(String question) {
    Optional<Ask> explored = definition.explored(question);
    if (explored.isEmpty() || explored.get().manners().unsure() == null) {
      return false;
    }
    List<Ask> all = explored.get().manners().unsure().explore();
    List<String> ids = all.stream().map(Ask::id).toList();
    int next = ids.indexOf(question) + 1;
    return stopAt(next < all.size() ? all.get(next) : explored.get());
  }

  private void go(@Nullable String behind) {
    List<Plan.Stage> stages = definition.plan().stages();
    int at = indexOf(stages, stage);
    List<Step> steps = definition.stepsOf(stage);
    int step = behind == null ? 0 : indexOf(steps, behind) + 1;
    while (at < stages.size()) {
      stage = stages.get(at).id();
      String jump = null;
      if (step > 0 || definition.enters(stage, scene.answers())) {
        steps = definition.stepsOf(stage);
        while (step < steps.size() && jump == null) {
          jump = take(steps.get(step));
          if (ask != null) {
            return;
          }
          int inside = jump == null ? -1 : indexOf(steps, jump);
          step = inside >= 0 ? inside : step + 1;
          jump = inside >= 0 ? null : jump;
        }
      }
      at = jump == null ? at + 1 : indexOf(stages, jump);
      step = 0;
    }
    stage = stages.getLast().id();
  }

  /** Takes a step; the id of where a branch leads. */
  private @Nullable String take(Step step) {
    switch (step) {
      case Step.Say say -> said.add(say);
      case Step.Branch branch -> {
        return branch.cases().stream()
            .filter(one -> one.when().met(scene.answers()))
            .map(Step.Case::to)
            .findFirst()
            .orElse(null);
      }
      case Ask next -> {
        if (skipping && scene.answer(next.id()).isPresent()) {
          // What led to it was said when it was asked.
          said.clear();
        } else {
          stopAt(next);
        }
      }
    }
    return null;
  }

  /** Stops at a question, unless there is nothing to wait for. */
  private boolean stopAt(Ask next) {
    if (next.answer() instanceof Answer.Time time
        && !Waits.ends(scene, next, time).isAfter(scene.now())) {
      return pass(next, Waits.ends(scene, next, time).toString(), null);
    }
    Optional<Prompt> asked = Prompts.of(scene, next);
    if (asked.isEmpty()) {
      return pass(next, Prompts.NONE, nothing(next));
    }
    ask = next;
    prompt = asked.get();
    return true;
  }

  private boolean pass(Ask passedOver, String answer, @Nullable Localized text) {
    if (text != null) {
      said.add(new Step.Say(text, false, passedOver.reviewed()));
    }
    passed.put(passedOver.id(), answer);
    scene = scene.knowing(Map.of(passedOver.id(), answer));
    return false;
  }

  private static @Nullable Localized nothing(Ask ask) {
    return ask.answer() instanceof Answer.Listings listings ? listings.none() : null;
  }

  private static int indexOf(List<?> all, String id) {
    for (int i = 0; i < all.size(); i++) {
      if (id.equals(idOf(all.get(i)))) {
        return i;
      }
    }
    return -1;
  }

  private static @Nullable String idOf(Object one) {
    return switch (one) {
      case Plan.Stage stage -> stage.id();
      case Ask ask -> ask.id();
      default -> null;
    };
  }
}
