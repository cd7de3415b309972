package io.talaria.worker.bot;

import io.talaria.journal.definition.Answer.WholeNumber;
import io.talaria.journal.definition.Folded;
import io.talaria.journal.definition.Step.Ask;
import io.talaria.journey.MessageReceived;
import io.talaria.journey.rule.Courtesy;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the number that answers a question: "3", "há 5 na área", "vinte e cinco anos". One that is
 * denied or only neared is none ("ainda não tenho 18", "almost 18", "since I was 15"), and nor is
 * one of a unit that the question doesn't name ("6 meses", "5 mil").
 */
final class NumberReading {
  /** Neither a part of a longer number nor an end of a range: "3-5". */
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![\\d.,–—-])(?<!\\d\\s?[–—-]\\s)\\d{1,9}(?![\\d.,]*\\d)(?!\\s?[–—-]\\s?\\d)");

  private static final Pattern CLAUSES = Pattern.compile("[,.;:!?\\n]+|(?i)\\b(?:mas|but|pero)\\b");

  /** What people say beside a number of years without meaning anything else. */
  private static final Set<String> BESIDE =
      Set.of(
          "tenho tengo eu yo anos ano de idade edad i m am im years year old sim si yes"
              .split(" "));

  /** What stands beside a number in words, and leaves it what it is. */
  private static final Set<String> ABOUT =
      Set.of(
          "uns umas unos unas faz ha hace llevo about around cerca experiencia experience of"
              .split(" "));

  /** Before a number, in its clause, these make it one that it isn't. */
  private static final String NOT_IT =
      "nao|nunca|jamais|sem|not|never|without|sin|\\w+n t|(?:don|doesn|didn|isn|haven|won|can) t"
          + "|dont|cant|tampoco|quase|almost|nearly|casi|menos de|menos que|less than|fewer than"
          + "|under|below|abaixo de|por debajo de|desde|since|falta[mn]?|when i|quando|cuando|aos"
          + "|a los|at (?:the )?age(?: of)?|before|antes d[eo]s?";

  /** Behind it, or in the next bubble. */
  private static final Pattern NOT_YET =
      Pattern.compile("\\b(?:ainda nao|not yet|todavia no|aun no|yet to|quase la|almost there)\\b");

  /** Years go without saying. */
  private static final List<Set<String>> UNITS =
      Stream.of(
              "mes meses month months mo mos",
              "semana semanas week weeks wk wks",
              "dia dias day days",
              "hora horas hour hours h hs hr hrs",
              "minuto minutos minute minutes min mins",
              "mil thousand k milhao milhoes millon millones million")
          .map(words -> Set.of(words.split(" ")))
          .toList();

  private final WholeNumber bounds;
  private final String language;

  /** The words of the question, in all its languages. */
  private final Set<String> asked;

  private NumberReading(Ask ask, WholeNumber bounds, String language) {
    this.bounds = bounds;
    this.language = language;
    this.asked =
        ask.text().byLanguage().values().stream()
            .flatMap(NumberReading::words)
            .collect(Collectors.toCollection(HashSet::new));
  }

  /** Surely, where nothing is said beside it: "tenho 17 anos", not "há 17 anos na área". */
  static Optional<Understood> of(
      Ask ask, WholeNumber bounds, String language, List<MessageReceived> messages) {
    List<String> texts =
        messages.stream().map(MessageReceived::text).filter(text -> !text.isBlank()).toList();
    if (texts.stream().anyMatch(text -> NOT_YET.matcher(Folded.of(text)).find())) {
      return Optional.empty();
    }
    var reading = new NumberReading(ask, bounds, language);
    return texts.reversed().stream()
        .flatMap(text -> reading.read(text).stream())
        .findFirst()
        .map(read -> new Understood(read.value(), read.sure() && texts.size() == 1));
  }

  private Optional<Understood> read(String text) {
    Matcher matcher = NUMBER.matcher(text);
    if (!matcher.find()) {
      return inWords(text);
    }
    String digits = matcher.group();
    String before = last(CLAUSES.split(text.substring(0, matcher.start()), -1));
    String after = text.substring(matcher.end());
    boolean only = !matcher.find();
    return only && !isNotIt(Folded.of(before)) && !isOfAnotherUnit(after)
        ? kept(Integer.parseInt(digits), isPlain(text, digits))
        : Optional.empty();
  }

  /** Only where the text is this number: "dezoito", "twenty five years". */
  private Optional<Understood> inWords(String text) {
    List<String> said = words(Courtesy.without(Folded.of(text))).toList();
    List<String> beside = said.stream().filter(word -> !NumberWords.isPart(word)).toList();
    boolean fits =
        beside.stream().allMatch(w -> BESIDE.contains(w) || ABOUT.contains(w) || asked.contains(w));
    return fits && !isNotIt(String.join(" ", beside))
        ? NumberWords.in(said).flatMap(value -> kept(value, BESIDE.containsAll(beside)))
        : Optional.empty();
  }

  private Optional<Understood> kept(int value, boolean sure) {
    return value >= bounds.min() && value <= bounds.max()
        ? Optional.of(new Understood(String.valueOf(value), sure))
        : Optional.empty();
  }

  /** In Portuguese "no" is "in the". */
  private boolean isNotIt(String before) {
    String denials = language.startsWith("pt") ? NOT_IT : NOT_IT + "|no";
    return Pattern.compile("\\b(?:" + denials + ")\\b").matcher(before).find();
  }

  private boolean isOfAnotherUnit(String after) {
    String next = words(Folded.of(after)).findFirst().orElse("");
    return UNITS.stream()
        .filter(unit -> unit.contains(next))
        .anyMatch(unit -> unit.stream().noneMatch(asked::contains));
  }

  private static boolean isPlain(String text, String digits) {
    String number = String.valueOf(Integer.parseInt(digits));
    return words(Courtesy.without(Folded.of(text)))
        .allMatch(word -> BESIDE.contains(word) || word.matches("0*" + number));
  }

  private static String last(String[] parts) {
    return parts[parts.length - 1];
  }

  private static Stream<String> words(String text) {
    return Arrays.stream(Folded.of(text).split(" ")).filter(word -> !word.isEmpty());
  }
}
