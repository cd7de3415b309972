package io.talaria.worker.bot;

import io.talaria.journal.definition.Answer;
import io.talaria.journal.definition.Answer.OneOf;
import io.talaria.journal.definition.Definition;
import io.talaria.journal.definition.Folded;
import io.talaria.journal.definition.Step.Ask;
import io.talaria.journey.MessageReceived;
import io.talaria.journey.rule.Courtesy;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * In which language somebody asks to be spoken to: "english", "em português, por favor", "do you
 * speak Spanish?". Where any text is an answer, the name of a language alone may be one ("Qual era
 * sua melhor matéria?" "Inglês"); it is a wish there as the greeting tells people to write it, in
 * the language itself, and only while another one is spoken.
 */
final class LanguageWish {
  private static final Pattern ASKING =
      Pattern.compile(
          "^(?:(?:can|could|may|shall) (?:we|you|i)|let s|do you|does (?:somebody|anyone)|i (?:want|prefer"
              + "|d like|would like|need)(?: to)?|vamos|podemos|podem(?:os)?|pode|voces?|vcs?|quero|queria"
              + "|prefiro|gostaria de|usted(?:es)?|me puedes?|puedes?|prefiero|quiero|quisiera|alguem"
              + "|alguien) ");

  /** Said to somebody; what people like to do is said otherwise, except in English. */
  private static final String SPEAK =
      "(?:speak|talk|write|continue|go on|chat|switch|change|answer|fala[sm]?|fale|escreva|responda"
          + "|continua|mude|troque|habla[sn]?|hable|escribe|escriba|responde|sigue|siga|cambia|cambie)";

  private static final String TO_SPEAK =
      "(?:falar|conversar|continuar|escrever|responder|mudar|trocar|hablar|escribir|seguir|cambiar)";
  private static final Pattern PLEASE =
      Pattern.compile("\\b(?:please|pls|plz|por favor|porfa|porfavor|pfv?r?)\\b");
  private static final String INTO = "(?:(?:to|in|em|en|para|pra|a|al|o|el) )?";

  private LanguageWish() {}

  /**
   * The language that the newest message asks for; empty for none.
   *
   * @param open the question that is open; null for none
   * @param spoken the language that is spoken
   */
  static Optional<String> of(
      Definition definition, List<MessageReceived> messages, @Nullable Ask open, String spoken) {
    if (messages.isEmpty() || messages.getLast().choiceId() != null) {
      return Optional.empty();
    }
    String text = messages.getLast().text();
    String said = Folded.of(text);
    return definition.languageWords().entrySet().stream()
        .filter(entry -> asksFor(entry, text, said, open, spoken))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static boolean asksFor(
      Map.Entry<String, List<String>> entry,
      String text,
      String said,
      @Nullable Ask open,
      String spoken) {
    String meant = Courtesy.without(said);
    boolean mayAnswer = mayAnswer(open, meant);
    return entry.getValue().stream()
        .anyMatch(
            name ->
                meant.equals(name)
                    ? !mayAnswer
                        || name.contains(" ")
                        || PLEASE.matcher(said).find()
                        || isGreeted(entry.getKey(), text, meant, spoken)
                    : isSentence(meant, name, mayAnswer));
  }

  /** Whether a language's name alone is an answer to this question. */
  private static boolean mayAnswer(@Nullable Ask open, String said) {
    return open != null
        && switch (open.answer()) {
          case Answer.FreeText ignored -> true;
          case OneOf oneOf ->
              oneOf.options().stream()
                  .anyMatch(
                      o ->
                          o.also().contains(said)
                              || o.title().byLanguage().values().stream()
                                  .anyMatch(title -> Folded.of(title).equals(said)));
          default -> false;
        };
  }

  /** As a greeting writes it: "english" to who is spoken to in Portuguese, not "inglês". */
  private static boolean isGreeted(String language, String text, String said, String spoken) {
    Locale locale = Locale.forLanguageTag(language);
    Locale here = Locale.forLanguageTag(spoken);
    String itself = locale.getDisplayLanguage(locale);
    String other = locale.getDisplayLanguage(here);
    boolean another = !locale.getLanguage().equals(here.getLanguage());
    boolean calledSoHere =
        !other.equals(itself)
            && text.toLowerCase(Locale.ROOT).contains(other.toLowerCase(Locale.ROOT));
    return another && !calledSoHere && said.equals(Folded.of(itself));
  }

  private static boolean isSentence(String meant, String name, boolean mayAnswer) {
    if (!meant.endsWith(" " + name)) {
      return false;
    }
    String before = meant.substring(0, meant.length() - name.length());
    String rest = ASKING.matcher(before).replaceFirst("");
    boolean asked = !rest.equals(before);
    return rest.matches("(?:in|em|en) ")
        || rest.matches(SPEAK + " " + INTO)
        || ((asked || !mayAnswer) && rest.matches(TO_SPEAK + " " + INTO))
        || (asked && !mayAnswer && rest.matches(INTO));
  }
}
