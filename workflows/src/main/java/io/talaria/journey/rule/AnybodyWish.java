package io.talaria.journey.rule;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells who wants to talk to somebody, without a word that means a person, from who tells of
 * somebody: "quero falar com alguém" and "anyone there?" from "falei com alguém da loja" and "I
 * talk to someone from the team first". Portuguese, Spanish and English, whatever is spoken. Such a
 * word alone asks for nobody, and nor does "I want an agent": it says what somebody looks for.
 */
final class AnybodyWish {
  /** Longer texts tell of something. */
  private static final int MOST_WORDS = 10;

  private static final String SOMEBODY = "(?:alguem|alguien|someone|somebody|anyone|anybody)";

  /** Somebody, or one of those who answer people. */
  private static final String ANY =
      "(?:"
          + SOMEBODY
          + "|(?:(?:um|uma|o|a|algum|alguma|seu|sua|un|una|el|la|algun|alguna|su|an?|the|any|some"
          + "|your|real|live) ){0,3}(?:agente|agent|operador|operadora|operator|representante"
          + "|representative|consultor|consultora))(?: (?:else|mais|mas|real|de verdade?"
          + "|de carne e osso|de carne y hueso))?";

  private static final String TALK =
      "(?:(?:falar|conversar|entrar em contato|hablar|charlar|comunicarme) (?:com|con)"
          + "|contactar(?:me)?(?: com| con)?|(?:talk|speak|chat) (?:to|with)|(?:contact|reach))";

  /** What asks for a talk, in front of it. */
  private static final String WISH =
      "(?<!nao )(?<!no )(?<!don t )(?<!dont )(?<!not )(?:quero|queria|gostaria(?: de)?"
          + "|preciso(?: de)?|precisava|desejo|prefiro|posso|podia|poderia|podemos|consigo"
          + "|da (?:para|pra)|tem (?:como|jeito de)|(?:e|seria) possivel|como (?:eu )?(?:faco"
          + "|posso|fazer)(?: para| pra)?|deixa eu|me deixa|deixe me|quiero|quisiera|querria"
          + "|me gustaria|necesito|deseo|prefiero|puedo|podria|se puede|(?:es|seria) posible"
          + "|hay (?:forma|manera|modo|como)(?: de)?|como (?:hago|puedo)(?: para)?|dejame|dejeme"
          + "|(?:want|need|like|love|prefer|wish|possible|way) to|wanna|d rather|(?:can|could|may"
          + "|do) (?:i|we)|let me) ";

  private static final String HERE =
      "(?:ai|aqui|ahi|alli|por aqui|por ai|por ahi|do outro lado|del otro lado|there|here"
          + "|on the other (?:side|end)|available|online|disponivel|disponible|(?:me )?(?:lendo"
          + "|leyendo|reading)(?: (?:isso|isto|esto|this))?)";

  /** Behind a talk that is wished for; what is done first, or when, is told of oneself. */
  private static final String THEN =
      "(?=$| (?:(?:d[aeo]|de|del|from|of|at|in|na|no|en)(?: (?:a|o|la|el|the|your|sua|su"
          + "|tu))? (?:rh|rrhh|hr|human resources|recursos humanos|empresa|company|agencia|agency"
          + "|equipe|time|team|equipo|recrutamento|recruitment|seleccion|voces|ustedes)|sobre"
          + "|about|regarding|que|who|that|para|pra|to|por|pelo|by|on|over|aqui|ai|ahi|here|there"
          + "|agora|ahora|now|ja|ya|hoje|hoy|today|urgente|urgentemente)\\b)";

  /** Behind a talk that is named without a wish: nobody of one's own work. */
  private static final String ONLY =
      "(?=(?: (?:aqui|ai|ahi|here|there|agora|ahora|now|ja|ya|d[ao] (?:rh|empresa|agencia"
          + "|recrutamento)|de (?:rrhh|la empresa|la agencia)|from (?:hr|the agency"
          + "|the company)))?$)";

  private static final String DOES =
      "(?:help|call|talk|speak|answer|contact|explain|assist|reply|ajud[ae]r?|lig(?:ar|ue)|fal(?:ar"
          + "|e)|atend(?:er|a)|respond(?:er|a)|expli(?:car|que)|cham(?:ar|e)|ayud(?:ar|e)"
          + "|llam(?:ar|e)|habl(?:ar|e)|conteste|contacte)";

  private static final Pattern WISHED =
      Pattern.compile(
          Stream.of(
                  WISH + TALK + " " + ANY + THEN,
                  "^(?:(?:so|only|just|e|y|and|mas|pero|but) )?" + TALK + " " + ANY + ONLY,
                  WISH
                      + TALK
                      + " (?:(?:o|a|el|com o|the) )?(?:gente|rh|rrhh|hr|recursos humanos"
                      + "|human resources|atendimento|suporte|soporte|support"
                      + "|recrutamento)(?= de verdade|$)",
                  "\\b(?:nao|no|don t|dont|do not) (?:quero|quiero|want to|wanna) "
                      + TALK
                      + " (?:(?:um|uma|o|a|un|una|el|la|the) )?(?:bot|robo|robot|maquina|machine"
                      + "|computer|chatbot)",
                  "^como (?:eu )?(?:falo|hablo) (?:com|con) " + ANY,
                  "^(?:com quem (?:eu )?(?:falo|posso falar|devo falar)|con quien (?:hablo"
                      + "|puedo hablar|debo hablar)|who (?:can|could|do|should) i (?:talk"
                      + "|speak) (?:to|with))",
                  // Is put through.
                  "me (?:passa|passe|passar|transfere|transferir|transfira|encaminha|encaminhe"
                      + "|encaminhar|coloca|bota) (?:para|pra|a|com) "
                      + ANY,
                  "(?:me (?:pas|comuni|pon|conect|transf)[a-z]*|(?:pas|comuni|pon|conect"
                      + "|transf)[a-z]*me) (?:con|com|a) "
                      + ANY,
                  "(?:connect|transfer|put|pass|hand) (?:me|us) (?:over |through |on "
                      + "|in touch )?(?:to|with) "
                      + ANY,
                  // Wants one to do something.
                  WISH + "que " + ANY + " (?:(?:me|nos) )?" + DOES,
                  "(?:want|need|like) " + ANY + " to " + DOES,
                  "^(?:(?:can|could|will|would|pode|poderia|puede|podria) )"
                      + ANY
                      + " (?:(?:me|nos) )?"
                      + DOES,
                  "^"
                      + ANY
                      + " (?:(?:me |nos )?(?:pode|poderia|puede|podria) (?:me |nos )?|can |could )"
                      + DOES,
                  "^"
                      + SOMEBODY
                      + " (?:me|nos) (?:ajuda|atende|responde|liga|ayuda|atiende|llama)$",
                  // Is one there?
                  "^(?:(?:e|y|and|mas|pero|but) )?(?:tem|ha|hay|existe|esta|is there|is) "
                      + ANY
                      + " "
                      + HERE
                      + "(?=$| (?:para|pra|que|to|who)\\b)",
                  "^(?:tem|ha|hay|existe|is there) " + SOMEBODY + "$",
                  "^(?:is there|hay|tem) " + ANY + " (?:i can|who can|que possa|que pueda)",
                  "^" + SOMEBODY + " " + HERE + "$")
              .map(part -> "(?<![a-z0-9])(?:" + part + ")(?:me)?(?![a-z0-9])")
              .collect(Collectors.joining("|")));

  /** What is said about people. */
  private static final Pattern ABOUT =
      Pattern.compile(
          "\\b(?:gosto(?: muito)? de|adoro|amo|me gusta|me encanta|i (?:really )?(?:like|love"
              + "|enjoy))\\b");

  private AnybodyWish() {}

  /**
   * @param said a text without courtesy: small letters, no accents, no punctuation
   */
  static boolean in(String said) {
    return said.split(" ").length <= MOST_WORDS
        && WISHED.matcher(said).find()
        && !ABOUT.matcher(said).find();
  }
}
