package io.talaria.journey.rule;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells who wants to talk to a person from who talks about one: "quero falar com uma pessoa" and
 * "any human there?" from "asesora de ventas", "in person" and "ser uma pessoa melhor". Portuguese,
 * Spanish and English, whatever is spoken.
 */
final class PersonWish {
  /** A word that means a person, with what may stand before it; X marks the word. */
  private static final String SOMEBODY =
      "(?:(?:um|uma|o|a|algum|alguma|outr[oa]|seu|sua|un|una|el|la|algun|alguna|otr[oa]|su|tu|an?|the"
          + "|any|some|another|your|real|live|actual|verdadeir[oa]) ){0,3}X";

  /** A word, with what may stand behind it without making it a job, or one who does something. */
  private static final String SIMPLY =
      SOMEBODY
          + "(?= X|$| (?:real|de verdade?|d[ao] (?:equipe|rh|agencia|empresa|recrutamento|time)|para"
          + " (?:falar|me|hablar)|to (?:talk|speak|help|answer)|aqui|ai|ahi|agora|ahora|now|here"
          + "|instead|not|nao|no|e nao|y no|and not)\\b)";

  /** The word alone, as the greeting tells people to write it. */
  private static final Pattern ALONE =
      Pattern.compile(
          "(?:(?:no|nao|si|sim|yes) )?(?:(?:com|con|with|to|para) )?"
              + SOMEBODY
              + "(?: X| real| de verdade?)*(?: (?:now|agora|ahora|ja|ya))?");

  private static final Pattern BESIDE =
      Pattern.compile(
          Stream.of(
                  // Talks with.
                  "(?:falar|falo|fala|conversar|converso|entrar em contato) com " + SOMEBODY,
                  "atendid[oa] por " + SOMEBODY,
                  "(?:hablar|hablo|charlar|conversar|comunicar(?:me|nos|se)?|contactar) con "
                      + SOMEBODY,
                  "(?:talk|speak|chat)(?:ing)? (?:to|with) " + SOMEBODY,
                  // Is put through.
                  "(?:passa|passe|passar|transfere|transferir|transfira|encaminha|encaminhe"
                      + "|encaminhar) (?:me )?(?:para|pra|a) "
                      + SOMEBODY,
                  "(?:me (?:pas|comuni|pon|conect|transf)\\w*|(?:pas|comuni|pon|conect|transf)\\w*me)"
                      + " (?:con|a) "
                      + SOMEBODY,
                  "(?:connect|transfer|put|pass|hand) (?:me |us )?(?:over |through |on )?(?:to|with) "
                      + SOMEBODY,
                  // Wants one.
                  "(?:quero|queria|preciso(?: de)?|prefiro|chama[r]?|chame|quiero|quisiera|necesito"
                      + "|dame|deme|llam[ae] a|want|need|get me|give me|prefer|d like|would like"
                      + "|call) "
                      + SIMPLY,
                  // A real one, or is one there?
                  "(?:real|live|actual|verdadeir[oa]) X",
                  "X (?:real|de verdade?|verdader[oa]|verdadeir[oa])(?![a-z])",
                  "(?:tem|ha|hay|existe|is there|are there) "
                      + SOMEBODY
                      + "(?: (?:ai|aqui|ahi|disponivel|disponible|there|here|available|online"
                      + "|que possa|que pueda|who can|i can)(?![a-z])|$)",
                  "any X (?:there|here|available|online)(?![a-z])",
                  "(?:voce e|vc e|eres|es usted|usted es|are you|is this) " + SOMEBODY + "$",
                  "(?:robot|robo|bot|maquina|machine) (?:ou|or|o) " + SOMEBODY,
                  "(?:can|could|pode|poderia|puede|podria) "
                      + SOMEBODY
                      + " (?:help|call|talk|speak|answer|contact|ajudar|ligar|falar|atender"
                      + "|responder|ayudar|llamar|hablar)(?![a-z])",
                  "X (?:pode|poderia|puede|podria) (?:me|ajudar|ayudar)(?![a-z])")
              .map(part -> "(?<![a-zA-Z])" + part)
              .collect(Collectors.joining("|")));

  /** What is said about people: of themselves, what they like, what somebody works as. */
  private static final Pattern ABOUT =
      Pattern.compile(
          "\\b(?:gosto de|adoro|me gusta|me encanta|i like|i love|i enjoy)\\b"
              + "|\\b(?:sou|soy|i m|im|i am|como|as) "
              + SOMEBODY);

  private static final Pattern HUMAN_HELP =
      Pattern.compile(
          "\\b(?:atendimento|suporte|apoio|atencion|soporte|agente|operador|operadora|alguem|alguien"
              + "|someone|somebody|anyone|anybody) human[oa]?\\b|\\bhuman (?:agent|being|operator|support|help)\\b");

  /** One certain person, unless it is asked for. */
  private static final Pattern CERTAIN =
      Pattern.compile("\\b(?:the person|a pessoa|la persona)\\b");

  private static final Pattern ASKS =
      Pattern.compile(
          "\\b(?:quero|queria|gostaria|preciso|posso|pode|podemos|prefiro|want|need|can|could|may|d like"
              + "|would like|prefer|let me|quiero|quisiera|necesito|puedo|puede|podria)\\b");

  private PersonWish() {}

  /**
   * @param said a short text without courtesy: small letters, no accents, no punctuation
   * @param words that mean a person, folded like the text
   */
  static boolean in(String said, List<String> words) {
    String human = said.replaceAll("\\bser (?=human[oa]\\b)", "");
    String marked = marked(human, words);
    if (!marked.contains("X") || ABOUT.matcher(marked).find()) {
      return false;
    }
    boolean certain = CERTAIN.matcher(said).find() && !ASKS.matcher(said).find();
    return ALONE.matcher(marked).matches()
        || HUMAN_HELP.matcher(said).find()
        || (!certain && BESIDE.matcher(marked).find());
  }

  private static String marked(String said, List<String> words) {
    String marked = (" " + said + " ").replace(" ", "  ");
    for (String word :
        words.stream().sorted(Comparator.comparing(String::length).reversed()).toList()) {
      marked = marked.replace(" " + word.replace(" ", "  ") + " ", " X ");
    }
    return marked.replaceAll(" +", " ").strip();
  }
}
