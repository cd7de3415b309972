package io.talaria.worker.bot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeetingWordsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "não vou conseguir ir",
        "Infelizmente não poderei comparecer",
        "não vou mais",
        "nao posso amanhã",
        "não dá",
        "surgiu um imprevisto",
        "quero cancelar a entrevista",
        "não quero mais",
        "no podré ir",
        "No voy a poder asistir",
        "ya no puedo",
        "me surgió un imprevisto",
        "quiero cancelar",
        "I can't make it",
        "I won’t be able to come",
        "something came up",
        "please cancel the call",
        "I'm no longer interested"
      })
  void who_does_not_come_is_heard(String text) {
    assertThat(MeetingWords.cancels(text)).isTrue();
    assertThat(MeetingWords.thanks(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "posso remarcar?",
        "pode ser outro dia",
        "dá para mudar o horário?",
        "mais tarde",
        "¿podemos reprogramar?",
        "otro día, por favor",
        "quiero cambiar la hora",
        "can we reschedule?",
        "could we move it?",
        "another time please",
        "a bit later"
      })
  void who_wants_another_time_is_heard(String text) {
    assertThat(MeetingWords.moves(text)).isTrue();
    assertThat(MeetingWords.thanks(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ok",
        "👍",
        "Combinado, muito obrigada!",
        "Perfeito, até lá",
        "até mais tarde",
        "vale, gracias",
        "de acuerdo, nos vemos",
        "Great, thank you!",
        "see you then",
        "see you later"
      })
  void who_takes_note_asks_for_nothing(String text) {
    assertThat(MeetingWords.thanks(text)).isTrue();
    assertThat(MeetingWords.cancels(text)).isFalse();
    assertThat(MeetingWords.moves(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"onde fica?", "quem vai me ligar?", "I can't wait!", "estou animada"})
  void anything_else_is_neither(String text) {
    assertThat(MeetingWords.cancels(text) || MeetingWords.moves(text) || MeetingWords.thanks(text))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cancela", "pode cancelar", "não quero mais", "anular", "cancel it"})
  void whoever_was_asked_says_plainly_that_they_give_up(String text) {
    assertThat(MeetingWords.givesUp(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"não vou conseguir ir", "no podré ir", "I can't make it"})
  void that_they_do_not_come_is_no_answer_to_whether_to_cancel(String text) {
    assertThat(MeetingWords.givesUp(text)).isFalse();
  }
}
