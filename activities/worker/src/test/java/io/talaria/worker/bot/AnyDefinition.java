package io.talaria.worker.bot;

import io.talaria.journal.definition.Definition;
import io.talaria.journal.definition.DefinitionReader;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;

/**
 * A definition that nobody has thought of: stages and steps of every kind, in any order, as a team
 * would write them down. The reader takes each of them.
 *
 * @param times its whole group of them
 * @param variety how else it is
 */
record AnyDefinition(List<Stage> stages, AnyTimes times, long variety) {
  private static final List<List<String>> LANGUAGES =
      List.of(List.of("pt-BR"), List.of("en", "pt-BR"), List.of("es", "en", "pt-BR"));

  /** What steps there are, in the words of the file. */
  enum Kind {
    SAY,
    TEXT,
    NUMBER,
    BUTTONS,
    LIST,
    DATE,
    EMAIL,
    PHONE,
    DOCUMENT,
    RATE,
    FORM,
    PHOTO,
    MATCH,
    HUMAN,
    WAIT,
    INTERVIEW,
    BRANCH;

    /** Whether it has an id, and keeps an answer. */
    boolean asks() {
      return this != SAY && this != BRANCH;
    }
  }

  record Stage(long variety, List<Step> steps) {}

  record Step(Kind kind, long variety) {}

  /** What it has beside its kinds of steps, for whoever counts. */
  enum Trait {
    INACTIVE_STAGE,
    CONDITIONAL_STAGE,
    OUTSIDE_BOT,
    KNOCK_OUT,
    UNSURE,
    REVIEW,
    AFTER_ARRIVAL,
    FAQ,
    NO_NUDGES,
    NUDGES,
    QUIET_HOURS,
    BUSINESS_HOURS,
    HIGH_VALUE,
    NO_TEMPLATE,
    LONGEST_TEXTS,
    LONGEST_IDS
  }

  Definition definition() {
    return DefinitionReader.read("any.yaml", yaml());
  }

  Set<Trait> traits() {
    String yaml = yaml();
    var traits = EnumSet.noneOf(Trait.class);
    mark(traits, Trait.INACTIVE_STAGE, yaml.contains("    active: false"));
    mark(traits, Trait.CONDITIONAL_STAGE, yaml.contains("    when: "));
    mark(traits, Trait.OUTSIDE_BOT, yaml.contains("engine: http"));
    mark(traits, Trait.KNOCK_OUT, yaml.contains("knock_out:"));
    mark(traits, Trait.UNSURE, yaml.contains("explore:"));
    mark(traits, Trait.REVIEW, yaml.contains("review: "));
    mark(traits, Trait.AFTER_ARRIVAL, yaml.contains("wait_for: delivered"));
    mark(traits, Trait.FAQ, yaml.contains("\nfaq:"));
    mark(traits, times.nudges() == 0 ? Trait.NO_NUDGES : Trait.NUDGES, true);
    mark(traits, Trait.QUIET_HOURS, yaml.contains("quiet_hours:"));
    mark(traits, Trait.BUSINESS_HOURS, yaml.contains("business_hours:"));
    mark(traits, Trait.HIGH_VALUE, yaml.contains("high_value:"));
    mark(traits, Trait.NO_TEMPLATE, !yaml.contains("\ntemplate:"));
    mark(traits, Trait.LONGEST_TEXTS, yaml.contains(AnyTexts.FILLING.repeat(9)));
    mark(traits, Trait.LONGEST_IDS, yaml.contains(AnySteps.LONG));
    return traits;
  }

  private static void mark(Set<Trait> traits, Trait trait, boolean there) {
    if (there) {
      traits.add(trait);
    }
  }

  Stream<Kind> kinds() {
    return stages.stream().flatMap(stage -> stage.steps().stream()).map(Step::kind).distinct();
  }

  String yaml() {
    var dice = new Dice(variety);
    List<String> languages = LANGUAGES.get(dice.of(LANGUAGES.size()));
    var texts = new AnyTexts(languages);
    boolean template = !dice.once(3);
    boolean longIds = dice.once(6);
    boolean unsure = !dice.once(4);
    var steps = new AnySteps(texts, stages, longIds, unsure);
    var lines = new ArrayList<String>();
    lines.add("definition: any");
    lines.add("languages: [" + String.join(", ", languages) + "]");
    lines.add("countries: {pt-BR: [BR]}");
    lines.add(times.yaml());
    lines.addAll(texts.words(unsure));
    lines.addAll(texts.all(times.nudges(), dice));
    if (template) {
      lines.add("template: {name: come_back, text: %s}".formatted(texts.of("Shall we go on?")));
    }
    if (dice.once(2)) {
      lines.add("faq: [{id: cost, words: [custa], answer: %s}]".formatted(texts.of("Nothing.")));
    }
    if (dice.once(4)) {
      String then = List.of("human", "send", "drop").get(dice.of(3));
      lines.add("review: {below_confidence: 1, after: 3h, then: %s}".formatted(then));
    }
    if (dice.once(3)) {
      lines.add("high_value: {when: %s, at_risk: 2h}".formatted(steps.condition(dice)));
    }
    if (dice.once(12)) {
      lines.add("bot: {engine: http, name: dispatcher, fallback: script}");
    }
    lines.add("stages:");
    lines.addAll(steps.lines());
    return String.join("\n", lines) + "\n";
  }

  @Override
  public String toString() {
    return yaml();
  }

  /** Any of them. */
  static final class All implements ArbitrarySupplier<AnyDefinition> {
    @Override
    public Arbitrary<AnyDefinition> get() {
      Arbitrary<Step> step =
          Combinators.combine(Arbitraries.of(Kind.class), varieties()).as(Step::new);
      Arbitrary<Stage> stage =
          Combinators.combine(varieties(), step.list().ofMinSize(1).ofMaxSize(5)).as(Stage::new);
      return Combinators.combine(
              stage.list().ofMinSize(1).ofMaxSize(4), AnyTimes.all(), varieties())
          .as(AnyDefinition::new);
    }
  }

  private static Arbitrary<Long> varieties() {
    return Arbitraries.longs().between(0, 1L << 50).withDistribution(RandomDistribution.uniform());
  }
}
