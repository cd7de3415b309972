package io.talaria.journey.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonWishTest {
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
    assertThat(Words.asksForPerson(text, WordsTest.PLAN)).isTrue();
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
    assertThat(Words.asksForPerson(text, WordsTest.PLAN)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "quero falar com alguém",
        "Oi, gostaria de falar com alguém sobre a vaga",
        "falar com alguém",
        "posso falar com alguém da empresa?",
        "dá pra falar com alguém?",
        "tem como conversar com alguém de verdade?",
        "como falo com alguém?",
        "com quem eu falo?",
        "quero falar com um agente",
        "me passa para alguém, por favor",
        "quero que alguém me ligue",
        "alguém pode me ajudar?",
        "tem alguém aí?",
        "Tem alguém?",
        "alguém aí?",
        "alguém me ajuda?",
        "tem alguém lendo isso?",
        "quero falar com o RH",
        "quero falar com gente de verdade",
        "não quero falar com robô",
        "no quiero hablar con un bot",
        "I don't want to talk to a machine",
        "quiero hablar con alguien",
        "¿puedo hablar con alguien?",
        "me gustaría hablar con alguien de la empresa",
        "¿con quién puedo hablar?",
        "páseme con alguien",
        "me comunicas con un agente?",
        "necesito que alguien me llame",
        "alguien puede ayudarme?",
        "¿hay alguien ahí?",
        "hay alguien?",
        "talk to someone",
        "speak to somebody",
        "Can I talk to someone please?",
        "I'd like to speak with someone",
        "I need to talk to somebody about the job",
        "I'd like to talk to someone about the job",
        "let me talk to an agent",
        "who can I talk to?",
        "connect me with someone",
        "can someone help me?",
        "could somebody call me?",
        "I want someone to call me",
        "is anyone there?",
        "anybody there?",
        "is there anyone I can talk to?"
      })
  void somebody_to_talk_to_is_asked_for_without_saying_whom(String text) {
    assertThat(Words.asksForPerson(text, WordsTest.PLAN)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "falei com alguém da loja",
        "trabalho com alguém",
        "alguém",
        "someone",
        "an agent",
        "agente de viagens",
        "quero ser agente",
        "I want an agent",
        "falo com alguém da equipe",
        "falar com alguém da equipe",
        "prefiro falar com alguém antes de decidir",
        "gosto de conversar com alguém",
        "quando preciso, converso com alguém",
        "não quero falar com alguém agora",
        "tentei falar com alguém e ninguém respondeu",
        "cuidar de alguém",
        "hablé con alguien del equipo",
        "trabajo con alguien más",
        "no quiero hablar con alguien",
        "me gusta hablar con alguien nuevo",
        "alguien me ayudó a encontrarlo",
        "quero trabalhar com alguém experiente",
        "gostaria de ajudar alguém",
        "consigo falar com qualquer pessoa",
        "I can talk to anyone about anything, that's my strength",
        "I want to work with someone who teaches me",
        "I talk to someone from the team first",
        "I talked to somebody",
        "working with someone",
        "I don't want to talk to anyone",
        "I like to talk to someone first",
        "I asked someone to review it",
        "someone reported it, then I read the logs",
        "hand over to someone else",
        "we need to talk to someone in the other department",
        "I would like to work where I can talk to someone about new ideas"
      })
  void who_tells_of_somebody_asks_for_nobody(String text) {
    assertThat(Words.asksForPerson(text, WordsTest.PLAN)).isFalse();
  }

  @Test
  void a_long_text_about_persons_is_an_answer() {
    String story =
        "Sou uma pessoa muito organizada que gosta de resolver problemas difíceis em time";
    assertThat(Words.asksForPerson(story, WordsTest.PLAN)).isFalse();
  }
}
