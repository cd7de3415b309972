package io.talaria.journey.rule;

import java.util.regex.Pattern;

/**
 * Tells who wants a person to decide about them, or objects to an automated decision, from who
 * tells of people and machines at work: "quero que uma pessoa revise minha candidatura" and "I want
 * to contest the automated decision" from "I asked a person to review my code". Portuguese, Spanish
 * and English, whatever is spoken.
 */
final class ObjectionWish {
  private static final String MACHINE =
      "(?:a|an|the|by|uma?|una?|esta|este|o|do|da|del|el|la|pelo|pela|pel[ao]s?) (?:machine|maquina"
          + "|robot|robo|bot|computer|computador|computadora|algoritmo|algorithm)";

  private static final String AUTOMATED =
      "(?:automat\\w* (?:\\w+ ){0,2}deci[sd]\\w*|deci[sd]\\w* (?:\\w+ ){0,2}automat\\w*)";

  /**
   * What the law lets people object to: a decision by a machine, and what becomes of their data.
   */
  private static final Pattern MATTER =
      Pattern.compile(
          "\\b(?:"
              + AUTOMATED
              + "|"
              + MACHINE
              + "|(?:artificial intelligence|inteligencia artificial|by ai|by an ai|uma ia|una ia)"
              + "|my (?:personal )?data|(?:meus |os meus )dados|dados pessoais|mis datos"
              + "|datos personales|profiling|perfilamento|gdpr|lgpd|rgpd)\\b");

  private static final String PERSON =
      "(?:(?:um|uma|outra|a|una|otra|un|an?|another|some|real|actual) ){0,2}(?:pessoa|humano"
          + "|ser humano|persona|person|human|human being)(?: (?:real|de verdade?|humana))?";

  private static final String WANTS =
      "(?:quero|queria|gostaria(?: de)?|preciso(?: de)?|exijo|peco|solicito|prefiro|desejo"
          + "|tenho direito a|quiero|quisiera|me gustaria|necesito|pido|prefiero|deseo"
          + "|tengo derecho a|want|need|would like|d like|demand|request|ask for|prefer|insist on"
          + "|have (?:a|the) right to)";

  private static final String DECIDE =
      "(?:(?:re)?(?:revis[ae]r?|avali[ae]r?|analis[ae]r?|evalu[ae]r?|evaluat\\w+|assess\\w*"
          + "|consider\\w*)|analic[e]|review\\w*|decid[aei]r?|decide[ds]?|julgue|juzgue"
          + "|judge[ds]?|check\\w*|look at|tom[ae]r? a decisao|tom[ae]r? la decision|(?:make"
          + "|take) (?:the|this) decision)";

  /** What people have reviewed at work, or for themselves. */
  private static final String NO_WORK =
      "(?! (?:(?:my|the|our|its?|meus?|minhas?|os?|as?|nossos?|el|los|las?|mis?|nuestros?|cada|each"
          + "|every) )?(?:code|codigo|pull|prs?|merge|commits?|tests?|testes?|design|projetos?"
          + "|project|proyecto|texto|text|logs?|alerts?|alertas?|release|deploy|server|servidor"
          + "|curriculo|curriculum|cv|resume|portfolio)\\b)";

  /** What is to be decided is the writer's own, or what was just said. */
  private static final String ON_THIS =
      "(?: (?:this|it|that|isso|isto|esto|eso|about me|sobre mim|sobre mi|(?:my|minha|meu"
          + "|mi) (?:application|case|candidatura|caso|solicitud|processo|proceso)))?$";

  private static final String REVIEW =
      "(?:human[ao]?|manual) (?:review|decision|intervention|oversight)|(?:revisao|analise"
          + "|avaliacao|decisao|revision|decision|evaluacion|intervencao|intervencion"
          + "|review) (?:humana|(?:feita |hecha )?(?:por|de|by) "
          + PERSON
          + ")";

  private static final Pattern WANTS_A_PERSON =
      Pattern.compile(
          "\\b(?:"
              + ("(?<!nao )(?<!no )(?<!don t )(?<!dont )(?<!not )" + WANTS)
              + " (?:que )?(?:"
              + (PERSON + " (?:(?:to|lo|la|o|a|me) )?" + DECIDE + NO_WORK)
              + "|(?:um[a]? |una? |an? |the |la |a )?(?:"
              + REVIEW
              + ")(?! (?:of|de|do|da|dos|das|del) (?!(?:my|minha|mi|this|desta|esta)\\b)))"
              + ("|^(?:" + REVIEW + ")$")
              + "|^(?:can|could|may|pode|poderia|puede|podria) "
              + PERSON
              + " "
              + DECIDE
              + NO_WORK
              + "|^"
              + PERSON
              + " (?:pode|poderia|puede|podria|should|must|deve|deveria|debe|deberia|tem que"
              + "|tiene que) "
              + DECIDE
              + ON_THIS
              + "|(?:my|minha|meu|mi) (?:application|case|candidatura|caso|solicitud|processo"
              + "|proceso) (?:to be |be |seja |sea )?(?:reviewed|decided|assessed|evaluated"
              + "|checked|revisad[ao]|avaliad[ao]|analisad[ao]|evaluad[ao]|analizad[ao]"
              + "|decidid[ao]) (?:by|por) "
              + PERSON
              + ")(?![a-z])");

  private static final Pattern CONTESTS =
      Pattern.compile(
          "\\b(?:"
              + WANTS
              + "|vou|posso|puedo|voy a|(?:want|like|wish|how) to|can i|may i|let me|how (?:do"
              + "|can) i)(?: to)? (?:(?:a |uma |una )?(?:revisao|revision|review)|revisar"
              + "|contestar|questionar|recorrer|impugnar|apelar|cuestionar|recurrir|rechazar"
              + "|recusar|contest|challenge|appeal|dispute|refuse|reject)\\b|\\bi (?:contest"
              + "|challenge|appeal|dispute|refuse|reject) (?:the|this|that|your|any)\\b|\\b(?:nao"
              + "|no|don t|dont|do not) (?:estoy de acuerdo|concordo|aceito|admito|acepto|agree"
              + "|accept|consent)\\b");

  private static final Pattern AUTOMATED_DECISION = Pattern.compile("\\b" + AUTOMATED + "\\b");

  /** "Não quero que um robô decida": a machine that isn't to judge. */
  private static final Pattern NO_MACHINE =
      Pattern.compile(
          "\\b(?:nao|no|don t|dont|do not) (?:quero|aceito|admito|quiero|acepto|want"
              + "|accept) (?:que (?:(?:me )?(?:decida|julgue|avalie|juzgue|evalue|analise"
              + "|analice) )?|ser |to be |being )?(?:(?:avaliad|julgad|rejeitad|evaluad|juzgad"
              + "|rechazad)[ao] por |(?:judged|evaluated|assessed|rejected|screened) )?"
              + MACHINE
              + "(?: (?:to )?(?:decid\\w*|julgu?\\w*|avali\\w*|juzgu\\w*|evalu\\w*|judg\\w*"
              + "|assess\\w*|reject\\w*|rejeit\\w*|rechac\\w*))?(?: (?:sobre|por|about|for|on|em"
              + "|en) (?:mim|mi|me|meu|my|this|isso|esto)(?: \\w+)?)?$");

  private ObjectionWish() {}

  /**
   * @param said small letters, no accents, no punctuation
   */
  static boolean in(String said) {
    return WANTS_A_PERSON.matcher(said).find()
        || NO_MACHINE.matcher(said).find()
        || (CONTESTS.matcher(said).find() && AUTOMATED_DECISION.matcher(said).find());
  }

  /** Whether it is about what one may object to. */
  static boolean isAbout(String said) {
    return MATTER.matcher(said).find();
  }
}
