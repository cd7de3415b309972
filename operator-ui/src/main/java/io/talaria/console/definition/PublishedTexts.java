package io.talaria.console.definition;

import io.talaria.journal.definition.Answer;
import io.talaria.journal.definition.Definition;
import io.talaria.journal.definition.Hours;
import io.talaria.journal.definition.Localized;
import io.talaria.journal.definition.Step;
import io.talaria.port.Outbound;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Texts of a definition, in the reader's language where it speaks it. */
record PublishedTexts(Definition definition) implements JourneyTexts {
  @Override
  public List<Stage> stages(Locale reader) {
    return definition.plan().stages().stream()
        .map(stage -> new Stage(stage.id(), in(stage.names(), reader, stage.id())))
        .toList();
  }

  @Override
  public String stage(String id, Locale reader) {
    return stages(reader).stream()
        .filter(stage -> stage.id().equals(id))
        .map(Stage::name)
        .findFirst()
        .orElse(PlainTexts.readable(id));
  }

  @Override
  public String question(String id, Locale reader) {
    return definition
        .label(id)
        .map(label -> in(label.byLanguage(), reader, id))
        .orElse(PlainTexts.readable(id));
  }

  @Override
  public String answer(String question, String answer, Locale reader) {
    return definition
        .question(question)
        .map(Step.Ask::answer)
        .filter(Answer.OneOf.class::isInstance)
        .flatMap(
            choice ->
                ((Answer.OneOf) choice)
                    .options().stream().filter(option -> option.id().equals(answer)).findFirst())
        .map(option -> in(option.title().byLanguage(), reader, answer))
        .orElse(answer);
  }

  @Override
  public Optional<Answer> asked(String question) {
    return definition.question(question).map(Step.Ask::answer);
  }

  @Override
  public List<String> questions() {
    return definition.answers();
  }

  @Override
  public Optional<ZoneId> zone() {
    return Optional.ofNullable(definition.hours()).map(Hours::zone);
  }

  @Override
  public boolean offersListings() {
    return definition.plan().stages().stream()
        .flatMap(stage -> definition.stepsOf(stage.id()).stream())
        .anyMatch(step -> step instanceof Step.Ask ask && ask.answer() instanceof Answer.Listings);
  }

  @Override
  public Optional<Outbound.Template> template(String language, @Nullable String name) {
    Definition.Template template = definition.template();
    if (template == null) {
      return Optional.empty();
    }
    Localized text = template.text();
    String spoken =
        text.byLanguage().containsKey(language)
            ? language
            : definition.plan().languages().getFirst();
    return Optional.of(
        new Outbound.Template(
            template.name(),
            Definition.Template.code(spoken),
            text.in(spoken),
            List.of(),
            template.category()));
  }

  @Override
  public Optional<String> templateCategory() {
    return Optional.ofNullable(definition.template()).map(Definition.Template::category);
  }

  @Override
  public Optional<Opening> opening(@Nullable String country) {
    String language = definition.languageOf(country);
    return Optional.ofNullable(definition.opening())
        .map(
            opening ->
                new Opening(
                    opening.name(), language, opening.text().in(language), opening.category()));
  }

  /** The reader's language, else another tag of the same language, else the fallback. */
  private String in(Map<String, String> byLanguage, Locale reader, String fallback) {
    String exact = byLanguage.get(reader.toLanguageTag());
    if (exact != null) {
      return exact;
    }
    return byLanguage.entrySet().stream()
        .filter(
            text -> Locale.forLanguageTag(text.getKey()).getLanguage().equals(reader.getLanguage()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(byLanguage.getOrDefault(definition.plan().languages().getFirst(), fallback));
  }
}
