package io.talaria.worker.bot;

import java.util.List;
import java.util.stream.Stream;

/** What a candidate may type, whatever was asked. */
final class AnyWords {
  private static final List<String> COMMON =
      List.of(
          "oi",
          "não sei",
          "7",
          "99",
          "ana@example.org",
          "+55 11 91234-5678",
          "31/03/2027",
          "2020-01-01",
          "quanto custa?",
          "fala comigo na segunda",
          "english",
          "1");

  private AnyWords() {}

  /** With these, which matter to one test. */
  static List<String> and(String... more) {
    return Stream.concat(COMMON.stream(), Stream.of(more)).toList();
  }
}
