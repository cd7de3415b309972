package io.talaria.worker.bot;

import io.talaria.journal.definition.Folded;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells who wants to be written to later from who only names a time: "fala comigo na segunda" and
 * "I can't now" from "I'm available in 3 weeks" and "it crashed at 14:00". Portuguese, Spanish and
 * English, whatever is spoken.
 */
enum LaterWish {
  /** Asks to be written to, or called. */
  CONTACT(
      // fala comigo, me chama, pode me ligar, ligue-me, chama amanhã
      "(?:fal|convers)\\w* (?:comigo|conosco|com a gente)",
      "(?:me|nos) (?:fal|cham|lig|escrev|mand|procur|contat|lembr|retorn|avis|respond)(?:a|e|ar|er|am|em)",
      "(?:fal|cham|lig|escrev|mand|procur|contat|lembr|retorn|avis|respond)(?:a|e)(?: (?:ai|la))? (?:me|pra mim|para mim)",
      "^(?:pode (?:me )?)?(?:chama[r]?|chame|liga[r]?|ligue|escreve[r]?|escreva|retorna[r]?|retorne|volta a falar"
          + "|manda mensagem|mande mensagem) (?!(?:para|pra|d[aeo]s?|os?|as?) )",
      "(?:podemos|vamos|bora|a gente pode) (?:nos )?(?:falar|conversar|continuar|retomar|seguir)",
      // escríbeme, háblame, me escribes, habla conmigo
      "(?:escrib|llam|habl|contact|avis|busc|recuerd|respond)\\w*(?:me|nos)",
      "(?:me|nos) (?:puede[sn]? |podria[sn]? )?(?:escrib|llam|habl|contact|avis|busc|recuerd)"
          + "(?:as?|an|ar|es?|en|ir)",
      "(?:habl|convers)\\w* conmigo",
      "(?:podemos|vamos a|podriamos|mejor) (?:hablar|hablamos|conversar|seguir|seguimos|continuar|retomar)",
      // call me, write to me, get back to me, let's talk
      "(?:call|text|message|write|ping|contact|remind|reach|ask|email|phone|ring)(?: to)? (?:me|us)",
      "(?:talk|speak|chat|get back|come back)(?: again)? (?:to|with) (?:me|us)",
      "(?:let s|lets|can we|could we|shall we|may we|we can|we could) (?:talk|speak|chat|continue|catch up|go on|do (?:it|this))",
      "^(?:talk|speak|chat|catch up)(?: again)? (?:on|at|in|tomorrow|later|next|this)"),
  /** Has no time now. */
  NOT_NOW(
      "(?:agora|hoje|no momento)(?: eu)? nao(?= (?:posso|consigo|da|tenho tempo|quero|na|no|so|amanha|depois|me)\\b|$)",
      "nao (?:posso|consigo|da|tenho tempo)(?: de)?(?: (?:falar|responder|escrever))?(?: (?:agora|hoje|no momento))?$",
      "nao (?:posso|consigo|da|tenho tempo)(?: \\w+)? (?:agora|hoje|no momento)",
      "(?:estou|to) (?:ocupad[oa]|dirigindo|no trabalho|em reuniao|em aula)",
      "(?:ahora|hoy|ahorita)(?: yo)? no(?= (?:puedo|tengo tiempo|se puede|el|la|manana|mejor|pero|me)\\b|$)",
      "no (?:puedo|tengo tiempo)(?: \\w+)? (?:ahora|hoy|ahorita)",
      "estoy (?:ocupad[oa]|manejando|conduciendo|en el trabajo|en clase|en (?:una )?reunion)",
      "not (?:now|right now|today)",
      "(?:can t|cannot|cant|can not|don t have time|no time)(?: \\w+){0,2} (?:now|today|at the moment)",
      "(?:i m|im|i am) (?:busy|at work|driving|in a meeting|in class)",
      "(?:get|write|come|be) back (?:to you )?(?:on|in|at|tomorrow|later|next)"),
  /** Goes on later, where little else is said: the same words tell what happened, too. */
  LATER(
      "mais tarde|outra hora|outro momento|depois(?! de| que| do| da| disso)",
      "(?:respondo|volto|continuo|retomo|continuamos)",
      "^(?:nos )?(?:falamos|conversamos|hablamos|hablemos) (?:na|no|em|amanha|segunda|el|la|en|manana)",
      "mas tarde|mas adelante|luego|otro momento|despues(?! de| que| del)",
      "(?:contesto|vuelvo|sigo|seguimos)",
      "later|(?:another|some other) time",
      "i(?: ll| will) (?:answer|reply|write|continue|go on|do it|do this)");

  private final Pattern pattern;

  LaterWish(String... parts) {
    this.pattern =
        Pattern.compile(
            Stream.of(parts)
                .map(
                    part ->
                        part.startsWith("^")
                            ? "^(?:" + part.substring(1) + ")"
                            : "\\b(?:" + part + ")(?![a-z])")
                .collect(Collectors.joining("|")));
  }

  boolean in(String text) {
    return pattern.matcher(Folded.of(text)).find();
  }
}
