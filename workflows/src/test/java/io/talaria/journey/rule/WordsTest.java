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
  static final Plan PLAN =
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
        "No quiero más mensajes, gracias",
        "não quero mais receber mensagem",
        "Não quero receber mais mensagens de vocês",
        "já consegui trabalho, não quero receber mensagens",
        "para de me mandar mensagem",
        "Para de me mandar mensagens, por favor!",
        "pare de mandar mensagens",
        "parem de me escrever",
        "não me mande mais nada",
        "não me mandem mensagem",
        "não me escreva",
        "me tira dessa lista",
        "quero sair da sua lista",
        "quero me descadastrar",
        "chega de mensagens",
        "me deixa em paz",
        "stop texting me",
        "Please stop sending me these messages",
        "I found a job, stop messaging me",
        "stop the messages",
        "I don't want to receive messages any more",
        "I do not want to receive any more messages from you",
        "don't text me",
        "don't contact me again",
        "unsubscribe me",
        "I want to unsubscribe",
        "opt out",
        "Opt-out, please",
        "I'd like to opt out of these messages",
        "remove me from your list",
        "leave me alone",
        "dame de baja",
        "quiero darme de baja",
        "¿Cómo me doy de baja?",
        "no me escriban",
        "No me escriban más",
        "no me manden más mensajes por favor",
        "dejen de mandarme mensajes",
        "deja de escribirme",
        "no quiero recibir mensajes de ustedes",
        "sácame de la lista",
        "não mande mais mensagens",
        "Quero parar de receber msg",
        "no envíen más mensajes"
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
        "parei de mandar currículos",
        "parei de mandar mensagens para o cliente",
        "pare de mandar mensagens para a fila",
        "para mandar mensagem",
        "não me mande mensagem, me liga",
        "não quero receber por comissão",
        "não me escreva, prefiro ligação",
        "recebo muitas mensagens",
        "me descadastraram",
        "stop sending messages to the queue",
        "stop sending messages, then roll back",
        "don't text me, call me",
        "I want to stop working nights",
        "I opted out of the pension plan",
        "opt out of night shifts",
        "me dieron de baja",
        "estoy de baja médica",
        "no me escriban hoy",
        "no me escribas, llámame",
        "para de me mandar mensagem, me liga",
        "dejé de mandar currículums",
        "no quiero recibir comisiones",
        "leave me alone with the code and I am fast",
        ""
      })
  void a_word_inside_a_sentence_is_no_command(String text) {
    assertThat(Words.isStop(text, PLAN)).isFalse();
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
        "In our country there are laws for this: no automated decisions, and I know them well",
        "I want a human to review this",
        "I want a person to review my application",
        "I would like a real person to decide",
        "I want a human decision",
        "Can a human review my application?",
        "I'd like my application to be reviewed by a person",
        "I want to contest the automated decision",
        "I do not agree with the automatic decision",
        "I don't want a bot to decide about me",
        "quero que uma pessoa revise minha candidatura",
        "prefiro que um humano avalie, por favor",
        "uma pessoa pode revisar minha candidatura?",
        "quero uma análise feita por uma pessoa",
        "quero contestar a decisão automática",
        "Solicito revisão da decisão automatizada",
        "revisão humana",
        "I contest this automated decision",
        "I want a human review of my application",
        "uma pessoa deve decidir sobre mim",
        "não concordo com a decisão automatizada",
        "não quero que um robô decida por mim",
        "não aceito ser avaliada por uma máquina",
        "quiero que una persona revise mi candidatura",
        "quiero que un humano decida",
        "quiero impugnar la decisión automática",
        "no acepto una decisión automática",
        "no quiero que decida un robot, quiero que una persona lo revise"
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
        "I want a person to review my code",
        "I asked a person to review it",
        "I want manual review of the logs",
        "a person should check the alert first",
        "I challenge automated decisions with tests",
        "I contested the decision of my team",
        "I want to challenge decisions with data",
        "I don't want a machine at home",
        "I automated the tests and contested the decision",
        "quero que uma pessoa revise meu código antes",
        "contestei a decisão do time",
        "quero tomar decisões com uma pessoa experiente",
        "não quero trabalhar com uma máquina",
        "quiero que una persona revise mi currículum",
        "no acepté la decisión y hablé con el equipo",
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
