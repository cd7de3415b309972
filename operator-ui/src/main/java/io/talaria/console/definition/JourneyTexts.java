package io.talaria.console.definition;

import io.talaria.console.words.Moments;
import io.talaria.console.words.TwoClocks;
import io.talaria.journal.definition.Answer;
import io.talaria.port.Outbound;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What people read of one definition's plan. */
public interface JourneyTexts {
  /** A stage with its name in the reader's language. */
  record Stage(String id, String name) {}

  /** The plan's stages in order; empty when the plan is not known here. */
  List<Stage> stages(Locale reader);

  /** A stage's name; the id in readable form for a stage of an unknown plan. */
  String stage(String id, Locale reader);

  /** What an answer is called; the id in readable form for a question of an unknown plan. */
  String question(String id, Locale reader);

  /** What a person reads of an answer: the choice's title, or the answer as it is. */
  String answer(String question, String answer, Locale reader);

  /** What a question asks for; empty for one that isn't known here, and for a field of a form. */
  Optional<Answer> asked(String question);

  /** Ids of what may be answered, in the order of the plan; empty when it is not known here. */
  List<String> questions();

  /** The team's time zone; empty where the definition names none. */
  Optional<ZoneId> zone();

  /** The clocks by which appointments are told: the team's, or the reader's where it names none. */
  default TwoClocks clocks(Moments reader) {
    return new TwoClocks(reader.words(), zone().orElse(reader.zone()));
  }

  /** Whether listings are offered at one of its steps. */
  boolean offersListings();

  /**
   * The template that reaches a candidate whose window is closed.
   *
   * @param language that the journey speaks
   * @param name of the candidate, when it is known
   */
  Optional<Outbound.Template> template(String language, @Nullable String name);

  /** In which category Meta approved that template; empty when nobody said. */
  Optional<String> templateCategory();

  /**
   * What reaches a candidate who hasn't written yet, at a planned start; empty when nothing does.
   *
   * @param country two letters, of the candidate's number; null when nobody knows
   */
  Optional<Opening> opening(@Nullable String country);

  /**
   * The first message of a planned start.
   *
   * @param name under which Meta approved it
   * @param category in which Meta approved it; null when nobody said
   */
  record Opening(String name, String language, String text, @Nullable String category) {}
}
