package io.talaria.journey.rule;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells who wants no more messages from who talks of messages: "para de me mandar mensagem", "opt
 * out" and "no me escriban más" from "parei de mandar currículos". Portuguese, Spanish and English,
 * whatever is spoken; a definition's own words come beside them. Nothing may stand beside such a
 * wish but courtesy.
 */
final class StopWish {
  private static final String MESSAGES =
      "(?:(?:as|essas|estas|suas|tuas|tantas|nenhuma|los|las|estos|esos|sus|tus|tantos|ningun|the"
          + "|these|those|this|your|all|any|so many|further|mais|mas|more) ){0,3}(?:mensagem"
          + "|mensagens|mensajes?|messages?|msgs?|texts?|notificacoes|notificaciones"
          + "|notifications|promocoes|promociones|promotions|spam)(?: (?:de|from) (?:voces"
          + "|ustedes|you))?";

  private static final String NO_MORE =
      "(?: (?:mais|nunca mais|mas|nunca mas|any ?more|again|ever again|ever|por aqui|here))?";

  private static final String LIST =
      "(?:d[aeo]|dessa|desta|desse|deste|de la|de su|de tu|de esta|del|from|off|off of) (?:(?:the"
          + "|this|your|sua|seu) )?(?:mailing )?(?:lista|cadastro|grupo|whatsapp|base(?: de dados"
          + "| de datos)?|contatos|contactos|list|database)";

  private static final String I_WANT =
      "(?:(?:eu )?(?:quero|queria|gostaria de|preciso|desejo|quiero|quisiera|necesito|deseo)"
          + "|como (?:faco (?:para|pra)|hago para|puedo)|i (?:want|need|wish|d like"
          + "|would like) to|how (?:do|can) i|let me|can (?:i|you))";

  private static final String NOT =
      "(?:eu )?(?:nao|no|ya no|i don t|i dont|i do not|don t|dont|do not)";

  private static final String TO_ME =
      "(?:me (?:mand\\w+|envi\\w+|escrev\\w+|contat\\w+|incomod\\w+|perturb\\w+|encher|escrib\\w+"
          + "|contact\\w+|molest\\w+))";

  private static final String WRITING_ME =
      "(?:texting|messaging|writing(?: to)?|contacting|bothering|spamming|pinging|harassing"
          + "|sending) me";

  /** Each of them says alone, or as one clause of a short text, that somebody wants no more. */
  private static final Pattern CLAUSE =
      any(
          NOT
              + " (?:quero|desejo|quiero|deseo|want|wish|wanna)(?: mais"
              + "| mas)?(?: (?:to )?(?:receber|recibir|receive|get|have|ler|leer|read))?(?: mais"
              + "| mas)? "
              + MESSAGES
              + NO_MORE,
          "i (?:no longer want(?: to (?:receive|get))?|want(?: to (?:receive|get))? no more) "
              + MESSAGES,
          NOT + " (?:quero|quiero) que " + TO_ME + "(?: " + MESSAGES + ")?" + NO_MORE,
          NOT
              + " want (?:to be (?:contacted|messaged|texted)|you to (?:contact|write|message"
              + "|text)(?: to)? me)"
              + NO_MORE,
          "(?:para|pare|parem|parar|pode parar|podem parar|deja|deje|dejen|paren"
              + "|dejar) de (?:ficar )?(?:"
              + TO_ME
              + "|(?:mandar|enviar|escribir|contactar|molestar)me)(?: "
              + MESSAGES
              + ")?"
              + NO_MORE,
          "(?:stop|quit) " + WRITING_ME + "(?: " + MESSAGES + "| this| anything| stuff)?" + NO_MORE,
          "(?:nao|no) me (?:mandem?|manda|enviem?|envia|escrev[ae]m?|contatem?|incomodem?"
              + "|perturbem?|escrib[ae][sn]?|mand[ae][sn]?|envi[ae][sn]?|contact[ae][sn]?"
              + "|molest[ae][sn]?) (?:nada )?(?:nunca mais|nunca mas|mais|mas)(?: (?:nada|"
              + MESSAGES
              + "))?",
          "(?:don t|dont|do not|never) (?:text|message|write(?: to)?|contact|bother|spam"
              + "|send) me(?: "
              + MESSAGES
              + "| anything)? (?:any ?more|again|ever again)",
          "(?:(?:me )?(?:tir[ae]m?|remov[ae]m?|exclu[ia]m?|retir[ae]m?|apag(?:a|ue|uem))(?: me)?"
              + "|(?:take|remove|delete) me) "
              + LIST,
          I_WANT + " (?:sair|sal(?:ir|irme)|to be (?:taken|removed)|get) " + LIST,
          "(?:saca|saquen?|quita|quiten?|elimina|eliminen?|borra|borren?|retira|retiren?)me "
              + LIST);

  /** These say it where nothing else is said. */
  private static final Pattern SOLE =
      any(
          "(?:nao|no) me (?:mandem?|enviem?|mand[ae][sn]?|envi[ae][sn]?) (?:nada|"
              + MESSAGES
              + ")"
              + NO_MORE,
          "(?:(?:para|pare|parem|parar|pode parar|podem parar|deja|deje|dejen|paren|dejar|chega"
              + "|basta) )(?:de |com )(?:mandar |enviar )?"
              + MESSAGES,
          "(?:stop|no more|no mas|end|parar|detener)(?: sending)? " + MESSAGES,
          "(?:(?:nao|no) me (?:escrevam?|escreve|contatem?|incomodem?|perturbem?|escrib[ae][sn]?"
              + "|contact[ae][sn]?|molest[ae][sn]?)|(?:don t|dont|do not) (?:text|message"
              + "|write to|contact|bother) me)",
          "(?:stop (?:it|this|that|spamming)|(?:para|pare|parem|parar) com isso|quero parar"
              + "|quiero parar|i want to stop)(?: com isso| con esto| this)?",
          "(?:me )?(?:deix[ae]m?) em paz|(?:deja|deje|dejen)me en paz|leave me alone",
          "(?:"
              + I_WANT
              + " |i )?opt(?:ing)? (?:me )?out(?: of (?:this|that|it|all|everything|(?:all )?"
              + MESSAGES
              + "))?",
          "(?:"
              + I_WANT
              + " )?unsubscribe(?: me)?(?: (?:from )?(?:this|it|all|everything|"
              + MESSAGES
              + ")| "
              + LIST
              + ")?",
          "(?:quero|quiero) (?:parar|dejar) de (?:receber|recibir) " + MESSAGES,
          "(?:nao|no) (?:mandem?|manda|enviem?|envie[ns]?|manden?|mandes|escrevam?|escriban?"
              + "|escribas) (?:mais|mas)(?: "
              + MESSAGES
              + ")?(?: (?:para|pra) mim)?",
          "(?:sair|salir) " + LIST,
          "remove me|me remove|me desinscrev[ae]|" + I_WANT + " me desinscrever",
          "(?:(?:"
              + I_WANT
              + "|pueden?|puedes|podrian?) )?(?:dame|deme|denme|darme) de baja(?: (?:por aqui"
              + "|en la lista|"
              + LIST
              + "))?",
          "como me doy de baja",
          "(?:" + I_WANT + " )?(?:me )?descadastr(?:ar|a|e|em|em)(?: me)?(?: " + LIST + ")?",
          "(?:"
              + I_WANT
              + " )?(?:cancelar|cancel|cancela|cancele) (?:(?:a|minha|la|mi|my|the) )?(?:inscricao"
              + "|assinatura|suscripcion|subscription)");

  private static final Pattern OTHERWISE =
      Pattern.compile(
          "\\b(?:(?:me )?(?:lig(?:a|ar|ue|uem)|llama|llamen?)(?: me|me)?|llam[ae]n?me|call|phone"
              + "|e ?mail|correo|prefiro|prefiero|prefer)\\b");

  private StopWish() {}

  /**
   * Whether nothing else is said.
   *
   * @param said without courtesy: small letters, no accents, no punctuation
   */
  static boolean is(String said) {
    return CLAUSE.matcher(said).matches() || SOLE.matcher(said).matches();
  }

  /**
   * Whether this clause says it surely.
   *
   * @param text in which it stands: it may ask for another way to hear from us
   */
  static boolean isClauseOf(String text, String clause) {
    return CLAUSE.matcher(clause).matches() && !OTHERWISE.matcher(text).find();
  }

  private static Pattern any(String... parts) {
    return Pattern.compile(
        Stream.of(parts).map(part -> "(?:" + part + ")").collect(Collectors.joining("|")));
  }
}
