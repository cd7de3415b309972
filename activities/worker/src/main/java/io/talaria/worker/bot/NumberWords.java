package io.talaria.worker.bot;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Numbers from 0 to 99 as words, folded: Portuguese, Spanish and English. */
final class NumberWords {
  private static final Set<String> AND = Set.of("e", "y");

  private static final Map<String, Integer> SMALL = new HashMap<>();
  private static final Map<String, Integer> TENS = new HashMap<>();

  static {
    put(
        SMALL,
        0,
        1,
        "zero um dois tres quatro cinco seis sete oito nove dez onze doze treze quatorze quinze"
            + " dezesseis dezessete dezoito dezenove",
        "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince"
            + " dieciseis diecisiete dieciocho diecinueve veinte veintiuno veintidos veintitres"
            + " veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve",
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
            + " fifteen sixteen seventeen eighteen nineteen");
    SMALL.putAll(
        Map.of(
            "uma",
            1,
            "un",
            1,
            "una",
            1,
            "duas",
            2,
            "dezasseis",
            16,
            "dezassete",
            17,
            "dezanove",
            19,
            "veintiun",
            21));
    put(
        TENS,
        20,
        10,
        "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa",
        "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
        "twenty thirty forty fifty sixty seventy eighty ninety");
  }

  private NumberWords() {}

  /** Whether the word is a number, or stands within one. */
  static boolean isPart(String word) {
    return SMALL.containsKey(word) || TENS.containsKey(word) || AND.contains(word);
  }

  /** The number that these words are beside others; empty for none, and for several. */
  static Optional<Integer> in(List<String> words) {
    List<String> number =
        words.stream().dropWhile(word -> !isPart(word)).takeWhile(NumberWords::isPart).toList();
    boolean only = words.stream().filter(NumberWords::isPart).count() == number.size();
    return only ? value(number) : Optional.empty();
  }

  private static Optional<Integer> value(List<String> number) {
    if (number.size() == 1) {
      String word = number.getFirst();
      return Optional.ofNullable(SMALL.getOrDefault(word, TENS.get(word)));
    }
    boolean and = number.size() == 3 && AND.contains(number.get(1));
    if (number.size() != 2 && !and) {
      return Optional.empty();
    }
    Integer tens = TENS.get(number.getFirst());
    Integer ones = SMALL.get(number.getLast());
    return tens == null || ones == null || ones < 1 || ones > 9
        ? Optional.empty()
        : Optional.of(tens + ones);
  }

  private static void put(Map<String, Integer> map, int first, int step, String... languages) {
    for (String language : languages) {
      int value = first;
      for (String word : Arrays.asList(language.split(" "))) {
        map.put(word, value);
        value += step;
      }
    }
  }
}
