package io.talaria.worker.bot;

import io.talaria.journal.definition.Folded;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads which row of a list somebody means: "2", "a primeira", "the second one", "opción tres". */
final class Positions {
  private static final Pattern DIGITS = Pattern.compile("(\\d{1,2})(?:st|nd|rd|th|[oaºª])?");

  /** Words beside the number that mean nothing of their own; anything else is no plain choice. */
  private static final Set<String> BESIDE =
      Set.of(
          "a",
          "o",
          "la",
          "el",
          "lo",
          "the",
          "numero",
          "number",
          "num",
          "n",
          "no",
          "opcao",
          "opcion",
          "option",
          "alternativa",
          "escolha",
          "choice",
          "escolho",
          "elijo",
          "quero",
          "quiero",
          "prefiro",
          "prefiero",
          "fico",
          "com",
          "con",
          "me",
          "quedo",
          "i",
          "want",
          "take",
          "ll",
          "would",
          "d",
          "like",
          "pode",
          "ser",
          "puede",
          "por",
          "favor",
          "please",
          "one",
          "hora",
          "horario",
          "time",
          "slot",
          "vaga",
          "vacante",
          "empleo",
          "job");

  private static final Set<String> NAMES_A_NUMBER =
      Set.of("numero", "number", "num", "opcao", "opcion", "option", "o", "el", "the");

  private static final Map<String, Integer> ORDINALS =
      numbered(
          List.of(
              "primeiro primeira primero primera primer first",
              "segundo segunda second",
              "terceiro terceira tercero tercera tercer third",
              "quarto quarta cuarto cuarta fourth",
              "quinto quinta fifth",
              "sexto sexta sixth",
              "setimo setima septimo septima seventh",
              "oitavo oitava octavo octava eighth",
              "nono nona noveno novena ninth",
              "decimo decima tenth"));

  private static final Map<String, Integer> CARDINALS =
      numbered(
          List.of(
              "um uma uno una one",
              "dois duas dos two",
              "tres three",
              "quatro cuatro four",
              "cinco five",
              "seis six",
              "sete siete seven",
              "oito ocho eight",
              "nove nueve nine",
              "dez diez ten"));

  /** In Portuguese these are Monday, Wednesday, Thursday and Friday too. */
  private static final Set<String> WEEKDAYS = Set.of("segunda", "quarta", "quinta", "sexta");

  private static final Set<String> BEFORE_AN_ORDINAL =
      Set.of("a", "la", "the", "opcao", "opcion", "vaga", "alternativa");

  private static final Set<String> LAST = Set.of("ultimo", "ultima", "last");

  private Positions() {}

  /**
   * The row from 1, in Portuguese, Spanish or English.
   *
   * @param size how many rows there are; nobody means one beyond
   */
  static Optional<Integer> of(String text, int size) {
    List<String> words = List.of(Folded.of(text).split(" "));
    List<String> telling = words.stream().filter(word -> !BESIDE.contains(word)).toList();
    if (telling.isEmpty() && words.size() == 1) {
      telling = words;
    }
    return telling.size() == 1
        ? row(telling.getFirst(), words, size).filter(row -> row >= 1 && row <= size)
        : Optional.empty();
  }

  private static Optional<Integer> row(String word, List<String> words, int size) {
    Matcher digits = DIGITS.matcher(word);
    if (digits.matches()) {
      return Optional.of(Integer.valueOf(digits.group(1)));
    }
    if (LAST.contains(word)) {
      return Optional.of(size);
    }
    if (ORDINALS.containsKey(word)) {
      boolean ordinal =
          !WEEKDAYS.contains(word) || words.stream().anyMatch(BEFORE_AN_ORDINAL::contains);
      return Optional.of(ORDINALS.get(word)).filter(row -> ordinal);
    }
    boolean number = words.size() == 1 || words.stream().anyMatch(NAMES_A_NUMBER::contains);
    return Optional.ofNullable(CARDINALS.get(word)).filter(row -> number);
  }

  private static Map<String, Integer> numbered(List<String> wordsFromOne) {
    return Stream.iterate(1, n -> n <= wordsFromOne.size(), n -> n + 1)
        .flatMap(n -> Arrays.stream(wordsFromOne.get(n - 1).split(" ")).map(w -> Map.entry(w, n)))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
