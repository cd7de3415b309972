package io.talaria.dev;

/** What definitions that are made for measuring and for storms have in common: all but stages. */
public final class DefinitionHead {
  private static final String HEAD =
      """
      definition: %s
      languages: [en]
      countries: {}
      times:
        typing_pause: 1s
        long_typing_pause: 2s
        nudges: [4h, 20h]
        at_risk: 24h
        waiting: 15m
        drop_off: 7d
        after_end: 30d
      words:
        stop: [PARAR]
        person: [pessoa]
        language:
          en: [english]
      texts:
        greeting: {en: '%s'}
        disclosure: {en: 'This is an automated message.'}
        not_understood: {en: 'I did not understand that.'}
        choose_hint: {en: 'I did not understand that. Tap one of the choices.'}
        number_hint: {en: 'I need a number here, such as 3.'}
        person_called: {en: 'I have told a recruiter.'}
        opted_out: {en: 'You will get no more messages from us.'}
        unsupported: {en: 'I can read text only.'}
        language_changed: {en: 'We go on in English.'}
        resume: {en: 'I am the automated assistant again.'}
        farewell: {en: 'Those were all my questions. Thank you for your time.'}
        nudges:
          - en: 'Your application is open.'
          - en: 'Are you still interested?'
      template:
        name: come_back
        text: {en: 'Shall we go on where we were?'}
      stages:
      """;

  private DefinitionHead() {}

  /**
   * YAML that ends where the stages begin.
   *
   * @param greeting without quotes in it
   */
  public static String of(String name, String greeting) {
    return HEAD.formatted(name, greeting);
  }
}
