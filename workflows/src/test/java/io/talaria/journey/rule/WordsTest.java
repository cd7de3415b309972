package io.talaria.journey.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.definition.Plan;
import io.talaria.journey.JourneyState;
import io.talaria.journey.MessageReceived;
import io.talaria.journey.MessageReceived.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
  private static final Plan.Times TIMES =
      new Plan.Times(
          Duration.ofSeconds(4),
          Duration.ofSeconds(8),
          List.of(),
          Duration.ofHours(24),
          Duration.ofMinutes(15),
          Duration.ofDays(7),
          Duration.ofDays(30),
          null);
  private static final Plan PLAN =
      new Plan(
          "d",
          1,
          List.of(),
          List.of("en"),
          new Plan.Words(
              List.of(
                  "stop",
                  "cancel",
                  "parar",
                  "sair",
                  "baja",
                  "nao quero mais mensagens",
                  "quero parar de receber",
                  "no quiero mas mensajes"),
              List.of(
                  "person",
                  "human",
                  "recruiter",
                  "real person",
                  "pessoa",
                  "humano",
                  "humana",
                  "atendente",
                  "recrutadora",
                  "persona",
                  "asesor",
                  "asesora"),
              List.of(
                  "i object",
                  "eu me oponho",
                  "me opongo",
                  "no automated decisions",
                  "quero revisao humana",
                  "quiero que decida una persona"),
              List.of("nao sei", "tanto faz")),
          TIMES,
          false);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "STOP",
        " stop. ",
        "Parar!",
        "PARAR",
        "stop please",
        "Stop, thanks.",
        "ok, stop now",
        "stop stop stop",
        "Parar por favor",
        "Oi, quero parar de receber",
        "baja, por favor",
        "Não quero mais mensagens.",
        "não quero mais mensagens, obrigada",
        "Consegui um emprego, não quero mais mensagens",
        "No quiero más mensajes, gracias"
      })
  void stop_words_work_in_any_dress(String text) {
    assertThat(Words.isStop(text, PLAN)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "non-stop work",
        "quero parar de trabalhar lá",
        "stopped",
        "não quero mais trabalhar com vendas",
        "no quiero más turnos de noche",
        "quero parar de receber por comissão",
        "I had to stop the server first",
        "Cancel, then I tell the team",
        "o cliente disse que não queria mais, sair da empresa foi melhor",
        ""
      })
  void a_word_inside_a_sentence_is_no_command(String text) {
    assertThat(Words.isStop(text, PLAN)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pessoa",
        "PERSON",
        "Persona.",
        "uma pessoa",
        "a real person please",
        "com uma pessoa, por favor",
        "no, a person",
        "atendente",
        "recruiter please",
        "human, please",
        "humano!",
        "Quero falar com uma pessoa!",
        "oi, posso falar com um atendente?",
        "prefiro falar com uma pessoa, por favor",
        "gostaria de falar com a recrutadora",
        "falar com atendente",
        "como falo com uma pessoa?",
        "Sou a Ana, quero falar com uma pessoa",
        "pode me passar para um atendente?",
        "quero um atendente",
        "preciso de uma pessoa de verdade",
        "quero ser atendido por uma pessoa",
        "atendimento humano",
        "tem alguma pessoa aí?",
        "uma pessoa pode me ajudar?",
        "você é uma pessoa?",
        "é robô ou pessoa?",
        "quiero hablar con una persona",
        "quisiera hablar con una asesora",
        "¿me comunicas con una persona?",
        "páseme con un asesor por favor",
        "necesito una persona",
        "hay alguna persona ahí?",
        "eres una persona?",
        "can I talk to a person",
        "I'd like to speak to a human",
        "stuck, can I talk to a person?",
        "connect me to a recruiter",
        "get me a human",
        "I want a person, not a bot",
        "is there a real person there?",
        "can a person help me?",
        "is anyone human there?",
        "are you human?"
      })
  void a_person_is_asked_for_in_a_short_text(String text) {
    assertThat(Words.asksForPerson(text, PLAN)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Atendente de loja",
        "atendente, recepcionista ou caixa",
        "quero ser atendente",
        "quero trabalhar como atendente",
        "quero vaga de atendente",
        "quero atendente ou caixa",
        "sou atendente",
        "sou uma pessoa calma",
        "ser uma pessoa melhor",
        "quero ser uma pessoa melhor",
        "trabalhei como recrutadora",
        "Falei com a pessoa da equipe",
        "gosto de falar com uma pessoa por vez",
        "uma pessoa da equipe discordou",
        "asesora de ventas",
        "busco trabajo de asesora",
        "quiero trabajar de asesor comercial",
        "soy una persona tranquila",
        "hablé con la persona responsable",
        "in person",
        "I prefer to work in person",
        "I am a recruiter",
        "I worked as a recruiter",
        "human resources",
        "I want human resources",
        "I talk to the person directly",
        "I like to talk to a person first",
        "recruiter for IT"
      })
  void a_job_or_a_word_about_people_calls_nobody(String text) {
    assertThat(Words.asksForPerson(text, PLAN)).isFalse();
  }

  @Test
  void a_long_text_about_persons_is_an_answer() {
    String story =
        "Sou uma pessoa muito organizada que gosta de resolver problemas difíceis em time";
    assertThat(Words.asksForPerson(story, PLAN)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I object",
        "I object!",
        "Please, I object to this.",
        "I object to this decision",
        "I object to automated decisions about me",
        "I object to being judged by a machine",
        "I object to the use of my data",
        "Me opongo a que una máquina decida sobre mí",
        "me opongo a eso, gracias",
        "Eu me oponho ao tratamento dos meus dados pessoais",
        "Não concordo, quero revisão humana.",
        "In our country there are laws for this: no automated decisions, and I know them well"
      })
  void an_objection_is_heard(String text) {
    assertThat(Words.objects(text, PLAN)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I object politely and explain why, then I accept the team's decision",
        "When I object I bring data and a prototype",
        "I object, then write automated tests to prove it",
        "me opongo con respeto y propongo otra idea",
        "eu me oponho quando a ideia é ruim, mas sigo o time",
        "objection"
      })
  void to_object_to_a_colleague_is_an_answer(String text) {
    assertThat(Words.objects(text, PLAN)).isFalse();
  }

  @Test
  void a_tapped_choice_means_what_it_leads_to() {
    assertThat(Reading.CLOSE.asksForPerson(message(Kind.CHOICE, "Pessoa"), PLAN)).isFalse();
    assertThat(Reading.CLOSE.asksForPerson(message(Kind.TEXT, "Pessoa"), PLAN)).isTrue();
    assertThat(Reading.differs(message(Kind.CHOICE, "Pessoa"), PLAN)).isTrue();
    assertThat(Reading.differs(message(Kind.TEXT, "Pessoa"), PLAN)).isFalse();
  }

  @Test
  void who_taps_that_any_will_do_has_no_doubt() {
    assertThat(doubts(message(Kind.CHOICE, "Tanto faz"))).isZero();
    assertThat(doubts(message(Kind.TEXT, "Tanto faz"))).isEqualTo(1);
  }

  private static int doubts(MessageReceived message) {
    JourneyState asked = Samples.begun();
    return Heed.wrote(asked.withPlan(PLAN), message).remembered().doubts();
  }

  @Test
  void the_typing_pause_is_a_rule() {
    assertThat(pause(Kind.CHOICE, "Java")).isEqualTo(Duration.ZERO);
    assertThat(pause(Kind.TEXT, "Sou a Ana")).isEqualTo(TIMES.typingPause());
    assertThat(pause(Kind.TEXT, "Sou a Ana,")).isEqualTo(TIMES.longTypingPause());
    assertThat(pause(Kind.TEXT, "Trabalho com Java e")).isEqualTo(TIMES.longTypingPause());
    assertThat(pause(Kind.FORM, "")).isEqualTo(Duration.ZERO);
    assertThat(pause(Kind.PHOTO, "")).isEqualTo(TIMES.longTypingPause());
    assertThat(pause(Kind.DOCUMENT, "")).isEqualTo(TIMES.typingPause());
  }

  @Test
  void what_a_message_waited_before_counts_as_pause() {
    MessageReceived message = message(Kind.TEXT, "Sou a Ana");
    Duration second = Duration.ofSeconds(1);

    assertThat(pause(message.after(second))).isEqualTo(TIMES.typingPause().minus(second));
    assertThat(pause(message.after(TIMES.typingPause().plus(second)))).isEqualTo(Duration.ZERO);
  }

  private static Duration pause(Kind kind, String text) {
    return pause(message(kind, text));
  }

  private static Duration pause(MessageReceived message) {
    return TypingPause.after(List.of(message), TIMES);
  }

  private static MessageReceived message(Kind kind, String text) {
    return new MessageReceived(UUID.randomUUID(), 1, Instant.EPOCH, kind, text, null, "n");
  }
}
