package io.talaria.journal.definition;

import io.talaria.definition.Plan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A definition with its texts. The plan is what the workflow carries; the rest stays with the bot
 * and the console.
 *
 * @param countries the language of a country, by ISO 3166-1 alpha-2
 * @param languageWords folded words that switch to a language, by language
 * @param template null when nothing reaches a candidate whose window is closed: a person is called
 * @param steps by stage id
 * @param hours when it may speak; null for always
 */
public record Definition(
    Plan plan,
    Map<String, String> countries,
    Map<String, List<String>> languageWords,
    Texts texts,
    @Nullable Template template,
    Map<String, List<Step>> steps,
    @Nullable Hours hours) {

  /**
   * What the bot says at any stage.
   *
   * @param greeting first words; they say that a machine speaks
   * @param disclosure says so when something else must be said first
   * @param chooseHint goes before a choice question that is asked again
   * @param numberHint goes before a number question that is asked again
   * @param nudges as many as the plan has
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
      List<Localized> nudges) {}

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

  /** The language of a country; the first one for others and for people who hide their phone. */
  public String languageOf(@Nullable String country) {
    String fallback = plan.languages().getFirst();
    return country == null ? fallback : countries.getOrDefault(country, fallback);
  }

  /** The steps of a stage, empty for a stage that the definition doesn't have. */
  public List<Step> stepsOf(String stage) {
    return steps.getOrDefault(stage, List.of());
  }

  /** The question with this id, in whatever stage. */
  public Optional<Step.Ask> question(String id) {
    return steps.values().stream()
        .flatMap(List::stream)
        .filter(Step.Ask.class::isInstance)
        .map(Step.Ask.class::cast)
        .filter(ask -> ask.id().equals(id))
        .findFirst();
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
