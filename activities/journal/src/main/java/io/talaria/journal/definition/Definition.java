package io.talaria.journal.definition;

import io.talaria.definition.Plan;
import io.talaria.definition.Predicate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A definition with its texts. The plan is what the workflow carries; the rest stays with the bot
 * and the console.
 *
 * @param countries the language of a country, by ISO 3166-1 alpha-2
 * @param languageWords folded words that switch to a language, by language
 * @param unsureWords folded words of somebody who doesn't know yet
 * @param template null when nothing reaches a candidate whose window is closed: a person is called
 * @param firstTemplate what reaches a candidate who hasn't written yet, at a planned start; null
 *     when the template of before does for that, too
 * @param steps by stage id
 * @param entries whether a candidate enters a stage, by its id
 * @param faq tried in order
 * @param engines of each stage, by its id
 * @param hours when it may speak; null for always
 */
public record Definition(
    Plan plan,
    Map<String, String> countries,
    Map<String, List<String>> languageWords,
    List<String> unsureWords,
    Texts texts,
    @Nullable Template template,
    @Nullable Template firstTemplate,
    Map<String, List<Step>> steps,
    Map<String, Entry> entries,
    List<Faq> faq,
    Map<String, Engine> engines,
    @Nullable Hours hours) {
  /** Holds of everybody. */
  static final Predicate ALWAYS = new Predicate.All(List.of());

  /**
   * What the bot says at any stage.
   *
   * @param greeting first words; they say that a machine speaks
   * @param disclosure says so when something else must be said first
   * @param chooseHint goes before a choice question that is asked again
   * @param numberHint goes before a number question that is asked again
   * @param nudges as many as the plan has
   * @param more texts that only some definitions need, by key
   */
  public record Texts(
      Localized greeting,
      Localized disclosure,
      Localized notUnderstood,
      Localized chooseHint,
      Localized numberHint,
      Localized personCalled,
      Localized optedOut,
      Localized unsupported,
      Localized languageChanged,
      Localized resume,
      Localized farewell,
      List<Localized> nudges,
      Map<String, Localized> more) {

    /** A text that only some definitions have; empty when this one hasn't. */
    public Optional<Localized> more(String key) {
      return Optional.ofNullable(more.get(key));
    }
  }

  /**
   * Who enters a stage.
   *
   * @param active whether anybody does
   * @param when those of whom it holds do; others pass it over
   */
  public record Entry(boolean active, Predicate when) {
    /** Whether a candidate with these answers enters. */
    public boolean holds(Map<String, String> answers) {
      return active && when.met(answers);
    }
  }

  /**
   * What the bot answers whatever it has asked.
   *
   * @param words folded; one of them as a whole word in the candidate's text is enough
   */
  public record Faq(String id, List<String> words, Localized answer) {}

  /**
   * The approved template that reaches a candidate whose window is closed.
   *
   * @param category that Meta approved it in, which decides its price; null when nobody said
   */
  public record Template(String name, Localized text, @Nullable String category) {
    /** WhatsApp's code of a language: {@code pt_BR} for {@code pt-BR}. */
    public static String code(String language) {
      return language.replace('-', '_');
    }
  }

  /** What reaches a candidate who hasn't written yet; null when only a person can. */
  public @Nullable Template opening() {
    return firstTemplate == null ? template : firstTemplate;
  }

  /** The language of a country; the first one for others and for people who hide their phone. */
  public String languageOf(@Nullable String country) {
    String fallback = plan.languages().getFirst();
    return country == null ? fallback : countries.getOrDefault(country, fallback);
  }

  /** Which bot talks at a stage; the script for a stage that the definition doesn't have. */
  public Engine engineOf(String stage) {
    return engines.getOrDefault(stage, new Engine.Script());
  }

  /** The steps of a stage, empty for a stage that the definition doesn't have. */
  public List<Step> stepsOf(String stage) {
    return steps.getOrDefault(stage, List.of());
  }

  /** The question with this id, in whatever stage. */
  public Optional<Step.Ask> question(String id) {
    return steps.values().stream()
        .flatMap(Definition::asks)
        .filter(ask -> ask.id().equals(id))
        .findFirst();
  }

  /** Ids of all that may be answered, fields of forms included, in the order of the stages. */
  public List<String> answers() {
    return plan.stages().stream()
        .flatMap(stage -> asks(stepsOf(stage.id())))
        .flatMap(
            ask ->
                ask.answer() instanceof Answer.Form form
                    ? Stream.concat(
                        Stream.of(ask.id()), form.fields().stream().map(Answer.Field::id))
                    : Stream.of(ask.id()))
        .toList();
  }

  /** Whether a candidate with these answers enters a stage. */
  public boolean enters(String stage, Map<String, String> answers) {
    Entry entry = entries.get(stage);
    return entry == null || entry.holds(answers);
  }

  /** What an answer is called on the candidate's card: a question's, or that of a form's field. */
  public Optional<Localized> label(String id) {
    return steps.values().stream()
        .flatMap(Definition::asks)
        .flatMap(
            ask ->
                ask.answer() instanceof Answer.Form form
                    ? Stream.concat(
                        Stream.of(new Answer.Field(ask.id(), ask.label())), form.fields().stream())
                    : Stream.of(new Answer.Field(ask.id(), ask.label())))
        .filter(field -> field.id().equals(id))
        .map(Answer.Field::label)
        .findFirst();
  }

  /** The question which this one explores; empty for any other. */
  public Optional<Step.Ask> explored(String id) {
    return steps.values().stream()
        .flatMap(Definition::asks)
        .filter(
            ask ->
                ask.manners().unsure() != null
                    && ask.manners().unsure().explore().stream().anyMatch(e -> e.id().equals(id)))
        .findFirst();
  }

  /** The same with another plan, and other hours. */
  Definition with(Plan next, @Nullable Hours when) {
    return new Definition(
        next,
        countries,
        languageWords,
        unsureWords,
        texts,
        template,
        firstTemplate,
        steps,
        entries,
        faq,
        engines,
        when);
  }

  /** All questions among the steps, those that explore included. */
  static Stream<Step.Ask> asks(List<Step> steps) {
    return steps.stream()
        .filter(Step.Ask.class::isInstance)
        .map(Step.Ask.class::cast)
        .flatMap(
            ask ->
                ask.manners().unsure() == null
                    ? Stream.of(ask)
                    : Stream.concat(Stream.of(ask), ask.manners().unsure().explore().stream()));
  }

  /** A stage's name for people; the id itself for a stage of an older plan. */
  public String stageName(String stage, String language) {
    return plan.stages().stream()
        .filter(candidate -> candidate.id().equals(stage))
        .map(candidate -> candidate.names().getOrDefault(language, stage))
        .findFirst()
        .orElse(stage);
  }
}
