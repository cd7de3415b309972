package io.talaria.worker.bot;

import io.talaria.journal.definition.Folded;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What people say of a meeting that is settled, in Portuguese, Spanish and English. None of it
 * decides anything alone: who says such a thing is asked what they mean, by buttons.
 */
final class MeetingWords {
  private static final Pattern CANCELS =
      words(
          // Portuguese
          "nao (?:vou |irei |vai |estou |ia )?(?:mais )?(?:consigo|conseguir|conseguirei|consegui|posso|poder|poderei|podendo|da|dar|dara|rola)",
          "nao (?:vou|irei)(?: mais)? (?:ir|comparecer|participar|estar|atender|aparecer)",
          "nao (?:vou|irei)(?: mais)?$",
          "nao (?:quero|preciso)(?: mais)?|(?:nao tenho|sem)(?: mais)? interesse|nao me interessa",
          "desist\\w+|desmarc\\w+|imprevisto|impossivel",
          // Spanish
          "no (?:voy a |me va a |vamos a )?(?:poder|puedo|podre|podria|alcanzo|llego|llegare|asistir|asistire|estare)",
          "(?:ya )?no voy(?: a (?:ir|asistir|estar))?|no ire|no me (?:es|sera) posible|ya no (?:puedo|quiero)",
          "no (?:quiero|me interesa|tengo interes)|anul\\w+|imposible",
          // English
          "(?:can t|cant|cannot|can not|won t|wont|will not|couldn t|unable to|not able to|not going to|not gonna)(?! wait)",
          "not interested|no longer|call (?:it|that|the \\w+) off|came up|have to (?:skip|miss)|impossible",
          // All three
          "cancel\\w*");

  /** Said when asked whether to cancel, these are an answer. */
  private static final Pattern GIVES_UP =
      words(
          "cancel\\w*",
          "desmarc\\w+|desist\\w+|nao quero(?: mais)?|sem interesse|nao tenho(?: mais)? interesse",
          "anul\\w+|no (?:lo |la )?quiero|no me interesa|no tengo interes|ya no quiero",
          "not interested|no longer|call (?:it|that|the \\w+) off");

  private static final Pattern MOVES =
      words(
          "outr[oa] (?:dia|hora|horario|data|momento)|remarc\\w+|reagend\\w+|adi(?:ar|amos|a)|(?<!ate )mais (?:tarde|cedo)|antecipar",
          "(?:mudar|trocar|alterar|cambiar|mover)(?: (?:o|a|de|da|do|el|la|mi|meu|minha))* (?:horario|hora|dia|data|fecha|entrevista|conversa|ligacao|llamada|charla|cita)",
          "otr[oa] (?:dia|hora|horario|fecha|momento)|reprogram\\w+|aplaz\\w+|pospon\\w+|(?<!hasta )mas (?:tarde|temprano)|adelantar",
          "(?:an)?other (?:time|day|date|slot)|different (?:time|day|date)|reschedul\\w+|re schedul\\w+|postpon\\w+|(?<!you )later|earlier",
          "(?:move|change|shift)(?: (?:the|my|our|it))* ?(?:time|day|date|call|interview|meeting|talk|appointment)?");

  /** A text of these alone asks for nothing. */
  private static final Set<String> THANKS =
      Set.copyOf(
          List.of(
              ("ok okay okey certo certinho combinado combinada beleza blz perfeito perfeita otimo otima obrigado"
                      + " obrigada brigado brigada obg valeu vlw sim claro entendi entendido confirmo confirmado"
                      + " confirmada maravilha show top legal joia muito muita ate la logo mais amanha breve bom boa"
                      + " bem ta esta tudo fechado aguardo estarei vou sera estou esperando por favor de nada"
                      + " si vale listo lista perfecto perfecta gracias muchas muchisimas genial bueno buena de acuerdo"
                      + " entonces hasta luego pronto nos vemos alli ahi estare confirmo quedo acordado"
                      + " yes yep yeah sure fine great good perfect thanks thank you so much very cool alright all"
                      + " right see there then confirmed got it noted will be works for me looking forward to a the o"
                      + " e y and que dia")
                  .split(" ")));

  private static final Pattern SEE_YOU = words("(?:ate|hasta) mai?s tarde|see you later");

  private static final int SHORT = 8;

  private MeetingWords() {}

  /** Whether it may say that they don't come. */
  static boolean cancels(String text) {
    return CANCELS.matcher(Folded.of(text)).find();
  }

  /** Whether it says so surely enough for somebody who was just asked. */
  static boolean givesUp(String text) {
    return GIVES_UP.matcher(Folded.of(text)).find();
  }

  /** Whether it may say that they want another time. */
  static boolean moves(String text) {
    return MOVES.matcher(Folded.of(text)).find();
  }

  /** Whether it takes note and no more: "obrigada, até lá", "👍". */
  static boolean thanks(String text) {
    List<String> words = List.of(SEE_YOU.matcher(Folded.of(text)).replaceAll("ok").split(" "));
    return words.size() <= SHORT
        && words.stream().allMatch(word -> word.isEmpty() || THANKS.contains(word))
        && !text.isBlank();
  }

  private static Pattern words(String... alternatives) {
    return Pattern.compile("\\b(?:" + String.join("|", alternatives) + ")(?!\\w)");
  }
}
