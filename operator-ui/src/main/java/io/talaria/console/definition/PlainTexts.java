package io.talaria.console.definition;

import io.talaria.journal.definition.Answer;
import io.talaria.port.Outbound;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The ids in readable form, for plans whose definition is not here. */
record PlainTexts() implements JourneyTexts {
  @Override
  public List<Stage> stages(Locale reader) {
    return List.of();
  }

  @Override
  public String stage(String id, Locale reader) {
    return readable(id);
  }

  @Override
  public String question(String id, Locale reader) {
    return readable(id);
  }

  @Override
  public String answer(String question, String answer, Locale reader) {
    return answer;
  }

  @Override
  public Optional<Answer> asked(String question) {
    return Optional.empty();
  }

  @Override
  public List<String> questions() {
    return List.of();
  }

  @Override
  public Optional<ZoneId> zone() {
    return Optional.empty();
  }

  @Override
  public boolean offersListings() {
    return false;
  }

  @Override
  public Optional<Outbound.Template> template(String language, @Nullable String name) {
    return Optional.empty();
  }

  /** {@code Technical challenge} for {@code technical_challenge}. */
  static String readable(String id) {
    String words = id.replace('_', ' ');
    return words.isEmpty()
        ? id
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  @Override
  public Optional<String> templateCategory() {
    return Optional.empty();
  }

  @Override
  public Optional<Opening> opening(@Nullable String country) {
    return Optional.empty();
  }
}
