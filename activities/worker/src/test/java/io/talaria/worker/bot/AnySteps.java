package io.talaria.worker.bot;

import io.talaria.worker.bot.AnyDefinition.Kind;
import io.talaria.worker.bot.AnyDefinition.Stage;
import io.talaria.worker.bot.AnyDefinition.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The stages of a definition that nobody has thought of, with their steps. */
final class AnySteps {
  /** What makes an id as long as one may be. */
  static final String LONG = "_".repeat(90);

  private static final List<Kind> EXPLORING =
      List.of(Kind.TEXT, Kind.NUMBER, Kind.BUTTONS, Kind.DATE, Kind.EMAIL);

  private final AnyTexts texts;
  private final List<Stage> stages;
  private final boolean longIds;
  private final boolean doubts;
  private final AnyQuestions questions;

  /** Questions of the whole definition, in its order. */
  private record Named(int stage, int step, Kind kind, String id) {}

  private final List<Named> named = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();

  /**
   * @param doubts whether candidates may say that they don't know yet
   */
  AnySteps(AnyTexts texts, List<Stage> stages, boolean longIds, boolean doubts) {
    this.texts = texts;
    this.doubts = doubts;
    this.longIds = longIds;
    this.stages = stages.stream().map(AnySteps::asking).toList();
    this.questions = new AnyQuestions(texts, lines, this::option);
    for (int s = 0; s < this.stages.size(); s++) {
      List<Step> steps = this.stages.get(s).steps();
      for (int i = 0; i < steps.size(); i++) {
        if (steps.get(i).kind().asks()) {
          named.add(new Named(s, i, steps.get(i).kind(), id("q" + s + "_" + i)));
        }
      }
    }
  }

  /** A stage asks something. */
  private static Stage asking(Stage stage) {
    if (stage.steps().stream().anyMatch(step -> step.kind().asks())) {
      return stage;
    }
    var steps = new ArrayList<>(stage.steps());
    steps.add(new Step(Kind.TEXT, 0));
    return new Stage(stage.variety(), steps);
  }

  private String id(String start) {
    return longIds ? (start + LONG + LONG).substring(0, 100) : start;
  }

  /** One letter less: both together make the id of a row. */
  private String option(int n) {
    return longIds ? ("c" + n + LONG + LONG).substring(0, 99) : "c" + n;
  }

  List<String> lines() {
    for (int s = 0; s < stages.size(); s++) {
      stage(s);
    }
    return lines;
  }

  private void stage(int s) {
    var dice = new Dice(stages.get(s).variety());
    lines.add("  - id: s" + s);
    lines.add("    name: " + texts.of("Stage " + s));
    // Somebody enters a stage at least.
    boolean inactive = dice.once(8) && s + 1 < stages.size();
    if (inactive) {
      lines.add("    active: false");
    }
    if (dice.once(4)) {
      lines.add("    when: " + turning(dice, s, 0));
    }
    int bot = dice.of(8);
    if (bot >= 6) {
      String fallback = bot == 7 ? "human" : "script";
      lines.add("    bot: {engine: http, name: dispatcher, fallback: %s}".formatted(fallback));
    }
    lines.add("    steps:");
    List<Step> steps = stages.get(s).steps();
    for (int i = 0; i < steps.size(); i++) {
      step(s, i, steps.get(i));
    }
  }

  private void step(int s, int i, Step step) {
    var dice = new Dice(step.variety());
    switch (step.kind()) {
      case SAY -> {
        String said = dice.once(6) ? texts.full("Said", ".", 4096) : texts.of("Said.");
        lines.add("      - say: " + said);
        manners(dice);
      }
      case BRANCH -> branch(s, i, dice);
      default -> question(s, i, step.kind(), dice);
    }
  }

  private void manners(Dice dice) {
    if (dice.once(4)) {
      lines.add("        wait_for: delivered");
    }
    if (dice.once(6)) {
      lines.add("        review: always");
    }
  }

  private void question(int s, int i, Kind kind, Dice dice) {
    String id = id("q" + s + "_" + i);
    List<Named> earlier = before(s, i);
    List<String> ids = earlier.stream().map(Named::id).toList();
    List<String> days = earlier.stream().filter(n -> n.kind() == Kind.DATE).map(Named::id).toList();
    // A search needs something to search for.
    Kind possible = kind == Kind.MATCH && ids.isEmpty() ? Kind.TEXT : kind;
    questions.question("      ", possible, id, dice, ids, days);
    manners(dice);
    boolean ask = AnyQuestions.isAsk(possible);
    if (dice.once(3) && !List.of(Kind.RATE, Kind.HUMAN, Kind.WAIT).contains(possible)) {
      lines.add("        hint: " + texts.of("Like this."));
    }
    if (dice.once(3) && (ask || possible == Kind.FORM)) {
      lines.add("        knock_out:");
      lines.add("          - when: " + condition(dice));
      lines.add("            reason: no_fit");
      lines.add("            text: " + texts.of("It does not fit."));
    }
    if (doubts && dice.once(2) && ask) {
      lines.add("        unsure:");
      lines.add("          text: " + texts.of("Let us find out."));
      lines.add("          explore:");
      int many = 1 + dice.of(2);
      for (int n = 0; n < many; n++) {
        Kind exploring = EXPLORING.get(dice.of(EXPLORING.size()));
        questions.question(
            "            ", exploring, id("x" + n + "_" + s + "_" + i), dice, ids, days);
      }
    }
  }

  /** To steps of this stage that are still to come, and to later stages; always past none. */
  private void branch(int s, int i, Dice dice) {
    List<String> ahead =
        new ArrayList<>(
            named.stream().filter(n -> n.stage() == s && n.step() > i).map(Named::id).toList());
    IntStream.range(s + 1, stages.size()).forEach(later -> ahead.add("s" + later));
    if (ahead.isEmpty()) {
      lines.add("      - say: " + texts.of("Nothing lies ahead."));
      return;
    }
    lines.add("      - branch:");
    int cases = 1 + dice.of(2);
    for (int n = 0; n < cases; n++) {
      lines.add("          - when: " + turning(dice, s, i));
      lines.add("            to: " + ahead.get(dice.of(ahead.size())));
    }
    boolean last = i + 1 == stages.get(s).steps().size();
    boolean asked = !last && stages.get(s).steps().get(i + 1).kind().asks();
    if (dice.once(2) && (asked || (last && s + 1 < stages.size()))) {
      lines.add("          - otherwise: " + (asked ? id("q" + s + "_" + (i + 1)) : "s" + (s + 1)));
    }
  }

  private List<Named> before(int s, int i) {
    return named.stream().filter(n -> n.stage() < s || (n.stage() == s && n.step() < i)).toList();
  }

  /** One that may hold when the candidate comes here. */
  private String turning(Dice dice, int s, int i) {
    List<Named> earlier = before(s, i);
    return earlier.isEmpty() || dice.once(5)
        ? "{question: %s, answered: false}".formatted(named.get(dice.of(named.size())).id())
        : condition(dice, earlier);
  }

  /** About any question, asked before or not. */
  String condition(Dice dice) {
    return condition(dice, named);
  }

  private String condition(Dice dice, List<Named> among) {
    int form = dice.of(6);
    return switch (form) {
      case 3 -> "{not: %s}".formatted(test(dice, among));
      case 4 -> "{all: [%s, %s]}".formatted(test(dice, among), test(dice, among));
      case 5 -> "{any: [%s, %s]}".formatted(test(dice, among), test(dice, among));
      default -> test(dice, among);
    };
  }

  private String test(Dice dice, List<Named> among) {
    Named about = among.get(dice.of(among.size()));
    String value =
        switch (dice.of(4)) {
          case 0 -> "answered: true";
          case 1 -> "answered: false";
          default ->
              switch (about.kind()) {
                case NUMBER -> List.of("at_least: 5", "at_most: 20").get(dice.of(2));
                case BUTTONS, LIST -> "is: " + option(dice.of(2));
                case RATE -> "one_of: [n1, n2, n3]";
                case MATCH -> "is: none";
                default -> "is: received";
              };
        };
    // What becomes a text where nothing can be searched for yet has no choices either way.
    return "{question: %s, %s}".formatted(about.id(), value);
  }

  static String list(List<String> all) {
    return all.stream().collect(Collectors.joining(", ", "[", "]"));
  }
}
