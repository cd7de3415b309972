package io.talaria.journal.definition;

import java.util.List;
import java.util.Locale;

/** Reads which bot talks: {@code script}, or a group of keys for one from outside. */
final class EngineReader {
  private static final List<String> ENGINES = List.of("script", "http");
  private static final List<String> OUTSIDE = List.of("name", "fallback");
  private static final List<String> FALLBACKS = List.of("human", "script");
  private static final String EXAMPLE = "{engine: http, name: dispatcher, fallback: human}";

  private EngineReader() {}

  /** The engine; script after a mistake. */
  static Engine read(Place at) {
    Place place = at.alike("a bot");
    if (!place.isGroup()) {
      String word = place.word("a bot engine", ENGINES);
      if (word.equals("http")) {
        place.mistake("the name of the bot and its fallback with http", EXAMPLE, "`http` alone");
      }
      return new Engine.Script();
    }
    Keys keys = place.keys("a bot", List.of("engine"), OUTSIDE);
    keys.rule(
        Rules.when(
            Rules.is("engine", "http"), Rules.has("name", "fallback"), Rules.hasNot(OUTSIDE)));
    if (!keys.has("engine")) {
      return new Engine.Script();
    }
    String engine = keys.at("engine").word("a bot engine", ENGINES);
    if (!engine.equals("http")) {
      for (String key : OUTSIDE) {
        keys.maybe(key)
            .ifPresent(p -> p.mistake("nothing of the kind at script", "bot: script", p.found()));
      }
      return new Engine.Script();
    }
    for (String key : OUTSIDE) {
      if (!keys.has(key)) {
        place.mistake("the key `%s` of a bot from outside".formatted(key), EXAMPLE, "none");
      }
    }
    String name = keys.at("name").id("the bot's name in talaria.bots.http", "dispatcher");
    String fallback = keys.at("fallback").word("who goes on where it fails", FALLBACKS);
    return new Engine.Http(name, Engine.Fallback.valueOf(fallback.toUpperCase(Locale.ROOT)));
  }
}
