package io.talaria.journey.rule;

import io.talaria.definition.Plan;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Words that always work, whatever is being asked. */
public final class Words {
  /** Longer texts talk about something; they are no command. */
  static final int COMMAND_WORDS = 8;

  /** So many words say by themselves what is wanted, also as one clause among others. */
  private static final int SENTENCE = 3;

  private static final Pattern CLAUSES = Pattern.compile("[,.;!?\\n]+");
  private static final Pattern NOW = Pattern.compile("^(.+) (?:now|agora|ja|ahora|ya)$");

  /** A sentence of objection with one of these says what it objects to. */
  private static final Pattern NAMED =
      Pattern.compile("person|human|pessoa|maquin|machine|automat|revis|review|deci[ds]");

  /** Beside "I object" these say nothing else. */
  private static final Set<String> BESIDE =
      Set.of(
          ("a to this that it all isso isto esto eso todo tudo decision decisao the la el o esta essa"
                  + " este ese ao i eu yo and e y no nao yes sim si strongly formally hereby formalmente"
                  + " totalmente")
              .split(" "));

  private Words() {}

  /** Lower case, without accents and outer space. */
  public static String fold(String text) {
    return Normalizer.normalize(text.strip(), Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }

  /**
   * Whether the text is one of the plan's stop words, courtesy and "now" aside, or says otherwise
   * that no more messages are wanted; a stop sentence of three words or more also where it is one
   * clause of a short text.
   */
  public static boolean isStop(String text, Plan plan) {
    List<String> stop = plan.words().stop();
    String said = bare(text);
    if (stops(said, stop) || StopWish.is(Courtesy.without(said))) {
      return true;
    }
    return count(said) <= COMMAND_WORDS
        && Arrays.stream(CLAUSES.split(text))
            .map(Words::bare)
            .filter(clause -> count(Courtesy.without(clause)) >= SENTENCE)
            .anyMatch(
                clause ->
                    stops(clause, stop) || StopWish.isClauseOf(said, Courtesy.without(clause)));
  }

  private static boolean stops(String said, List<String> stop) {
    String meant = Courtesy.without(said);
    String soon = NOW.matcher(meant).replaceFirst("$1");
    String once = Arrays.stream(meant.split(" ")).distinct().count() == 1 ? first(meant) : meant;
    return stop.contains(said)
        || stop.contains(meant)
        || stop.contains(soon)
        || stop.contains(once);
  }

  private static String first(String words) {
    return words.split(" ", 2)[0];
  }

  /**
   * Whether a short text asks for a person: it is one of the plan's words alone, or has one beside
   * words that ask for somebody, or it asks for anybody to talk to. Who only names a job, or
   * themselves, asks for nobody.
   */
  public static boolean asksForPerson(String text, Plan plan) {
    String said = Courtesy.without(bare(text));
    return (count(said) <= COMMAND_WORDS && PersonWish.in(said, plan.words().person()))
        || AnybodyWish.in(said);
  }

  /**
   * Whether the text holds one of the plan's sentences of objection, whole, or wants otherwise that
   * a person decides; never where the plan has none. One that doesn't say what it objects to, such
   * as "I object", counts when little else is said, or when the rest is about a decision by a
   * machine or about personal data.
   */
  public static boolean objects(String text, Plan plan) {
    List<String> sentences = plan.words().objection();
    if (sentences == null) {
      return false;
    }
    String said = bare(text);
    if (ObjectionWish.in(said)) {
      return true;
    }
    return sentences.stream()
        .filter(sentence -> has(said, sentence))
        .anyMatch(
            sentence ->
                NAMED.matcher(sentence).find()
                    || ObjectionWish.isAbout(said)
                    || alone(said, sentence));
  }

  private static boolean alone(String said, String sentence) {
    String meant = " " + Courtesy.without(said) + " ";
    String rest = meant.replace(" " + sentence + " ", " ").strip();
    return rest.isEmpty() || BESIDE.containsAll(List.of(rest.split(" ")));
  }

  /** Whether a short text says that its writer doesn't know. */
  public static boolean isUnsure(String text, Plan plan) {
    return count(bare(text)) <= COMMAND_WORDS && holds(text, plan.words().unsure());
  }

  private static boolean holds(String text, @Nullable List<String> sentences) {
    String said = bare(text);
    return sentences != null && sentences.stream().anyMatch(sentence -> has(said, sentence));
  }

  private static boolean has(String said, String words) {
    return (" " + said + " ").contains(" " + words + " ");
  }

  private static int count(String said) {
    return said.split(" ").length;
  }

  private static String bare(String text) {
    return fold(text).replaceAll("[^\\p{L}\\p{N} ]", " ").replaceAll(" +", " ").strip();
  }
}
