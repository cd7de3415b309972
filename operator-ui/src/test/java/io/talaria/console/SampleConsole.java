package io.talaria.console;

import io.talaria.journal.SampleJournal;
import io.talaria.journey.Acknowledgement;
import io.talaria.port.Outbound;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * A PostgreSQL with a dozen candidates in different states, to look at the console alone: start it,
 * then the console's jar with profile demo and {@code --spring.datasource.url} as printed.
 */
final class SampleConsole {
  private SampleConsole() {}

  public static void main(String[] arguments) throws Exception {
    int port = arguments.length == 0 ? 5499 : Integer.parseInt(arguments[0]);
    var postgres = EmbeddedPostgres.builder().setPort(port).start();
    Flyway.configure().dataSource(postgres.getPostgresDatabase()).load().migrate();
    if (arguments.length < 2) {
      fill(JdbcClient.create(postgres.getPostgresDatabase()));
    }
    System.out.println(
        "--spring.datasource.url=jdbc:postgresql://127.0.0.1:%d/postgres --spring.datasource.username=postgres"
            .formatted(port));
    Thread.currentThread().join();
  }

  static void fill(JdbcClient jdbc) throws Exception {
    String yaml =
        new ClassPathResource("definitions/tech-hiring.yaml")
            .getContentAsString(StandardCharsets.UTF_8);
    jdbc.sql(
            "insert into definition_version (account_id, name, plan, text_revision, yaml,"
                + " plan_hash, text_hash) values (?, 'tech-hiring', 1, 0, ?, '', '')")
        .params(SampleJournal.ACCOUNT, yaml)
        .update();
    var sample = new SampleJournal(jdbc);
    String hash = new BCryptPasswordEncoder().encode("demo-talaria");
    UUID camila = sample.operator("camila@demo.talaria.example", "Camila Prado", "LEAD", hash);
    UUID rafael = sample.operator("rafael@demo.talaria.example", "Rafael Lima", "RECRUITER", hash);
    sample.operator("bianca@demo.talaria.example", "Bianca Duarte", "RECRUITER", hash);

    var beatriz =
        sample
            .candidate("Beatriz Nogueira")
            .inStage("technical_challenge", Duration.ofMinutes(130), h(123))
            .event(
                "JourneyStarted",
                h(126),
                "\"definition\":\"tech-hiring\",\"stage\":\"initial_contact\"")
            .says("Oi! Vi a vaga de backend no Instagram.", h(126))
            .sent(
                new Outbound.Buttons(
                    "Que tipo de trabalho você procura?",
                    List.of(
                        new Outbound.Choice("backend", "Back-end"),
                        new Outbound.Choice("frontend", "Front-end"),
                        new Outbound.Choice("data", "Dados"))),
                h(126).minusMinutes(1),
                "BOT",
                null,
                "SENT",
                "read")
            .says("Back-end", "button", h(125))
            .event("StageEntered", h(124), "\"stage\":\"technical_challenge\"")
            .bot(
                "Beatriz, o desafio fica aberto até sexta, 20/11, às 18h.",
                h(24).plusMinutes(39),
                "SENT",
                "read")
            .bot(
                "O enunciado está neste link: https://talaria.example/desafio",
                h(24).plusMinutes(38),
                "SENT",
                "failed")
            .failed(131053, "media upload error")
            .event(
                "CandidateAtRisk",
                m(38),
                "\"silentSince\":\"" + Instant.now().minus(h(25)) + "\",\"risk\":0.74")
            .says(
                "Oi! Desculpa o sumiço, peguei plantão ontem. O desenho já está pronto, posso entregar no sábado?",
                m(6))
            .says("[áudio]", "unsupported:audio", m(5))
            .bot(
                "Entendi, Beatriz! Vou confirmar o novo prazo com o time e já te respondo.",
                m(4),
                "UNCERTAIN",
                null)
            .answers(Map.of("role", "backend", "experience", "6", "workplace", "remote"))
            .risk(
                0.41,
                "[{\"factor\":\"silence\",\"weight\":0.31},{\"factor\":\"nudges_unanswered\",\"weight\":0.1}]");
    beatriz.heldBy(
        camila,
        m(3),
        "pede um prazo maior",
        "{\"stoppedAt\":\"AT\",\"inFlight\":[],\"uncertain\":[\"x\"],\"dropped\":[]}");
    beatriz
        .sent(
            new Outbound.Text("Oi, Bia! Aqui é a Camila.\nSábado até 12h está ótimo."),
            m(2),
            "RECRUITER",
            camila,
            "SENT",
            "delivered")
        .sent(
            new Outbound.Text("Te mando o link já já."), m(1), "RECRUITER", camila, "QUEUED", null)
        .journey("uncertain_sends = 1, silent_since = null");

    var joao =
        sample
            .candidate("João Pedro Almeida")
            .inStage("cultural_fit", h(5), h(68), h(49))
            .sent(
                new Outbound.Text(
                    "João, a conversa sobre cultura é com a Renata, líder do time de pagamentos. Prefere sex ou seg?"),
                h(60),
                "RECRUITER",
                camila,
                "SENT",
                "read")
            .says("Sexta fica melhor! E gravei um áudio sobre a pergunta do time.", h(26))
            .sent(
                new Outbound.Text(
                    "Bom dia, João! Ouvi o áudio, ficou ótimo. Confirmo sexta às 10h?"),
                h(2),
                "RECRUITER",
                camila,
                "REJECTED",
                null)
            .failed(131047, "Re-engagement message")
            .risk(0.58, "[{\"factor\":\"silence\",\"weight\":0.34}]")
            .answers(Map.of("role", "backend", "experience", "9"));
    joao.heldBy(
        camila,
        h(62),
        null,
        "{\"stoppedAt\":\"AT\",\"inFlight\":[],\"uncertain\":[],\"dropped\":[]}");
    joao.journey("waiting_since = now() - interval '26 hours', silent_since = null");

    sample
        .candidate("Thiago Ferraz")
        .inStage("initial_contact", h(1))
        .bot("Há quantos anos você trabalha com software?", m(20), "SENT", "read")
        .says("Prefiro falar com uma pessoa, por favor", m(12))
        .needsPerson(m(12), null);
    sample
        .candidate("Inês Duarte")
        .inStage("initial_contact", h(6))
        .says("Quero negociar o salário", m(40))
        .journey("phase = 'ALERT'")
        .needsPerson(
            m(39), new Acknowledgement(camila, "Camila Prado", Instant.now().minus(m(30))));
    sample
        .candidate("Mateus Rocha")
        .inStage("initial_contact", h(8))
        .says("Boa tarde", m(55))
        .bot("Boa tarde! Qual turno você prefere?", m(54), "SENT", "read")
        .journey("phase = 'OBSERVE'");
    sample
        .candidate("Renata Vieira")
        .inStage("initial_contact", h(2))
        .bot("Qual é a sua pretensão salarial?", m(19), "SENT", "read")
        .says("Depende. Vocês pagam PJ ou CLT?", m(16))
        .proposes("As vagas são CLT, Renata. Nesse caso, quanto você espera?", m(15));
    sample
        .candidate("Larissa Monteiro")
        .inStage("technical_challenge", h(3), h(60))
        .says("Recebi o desafio, obrigada!", h(50))
        .bot("Ainda dá tempo de entregar o desafio.", h(31), "SENT", "delivered")
        .risk(
            0.81,
            "[{\"factor\":\"silence\",\"weight\":0.6},{\"factor\":\"nudges_unanswered\",\"weight\":0.2}]")
        .journey(
            "at_risk_since = now() - interval '7 hours', window_until = now() - interval '26 hours'");
    sample
        .candidate("Ana Clara Souza")
        .inStage("final_review", h(4), h(40), h(20), h(30))
        .says("Perfeito!", h(10))
        .bot("Sua entrevista: sexta, 20/11, às 14h.", h(9), "UNCERTAIN", null)
        .journey("uncertain_sends = 1");
    var rodrigo =
        sample
            .candidate("Rodrigo Bittencourt")
            .inStage("final_review", h(4), h(40), h(20), h(30))
            .sent(
                new Outbound.Text("A proposta sai hoje."),
                h(23),
                "RECRUITER",
                rafael,
                "SENT",
                "read")
            .says("Fechado! Aguardo a proposta por aqui então.", m(6))
            .journey("window_until = now() + interval '98 minutes'");
    rodrigo.heldBy(
        rafael,
        h(23),
        "proposta",
        "{\"stoppedAt\":\"AT\",\"inFlight\":[],\"uncertain\":[],\"dropped\":[]}");
    sample
        .candidate("Matheus Okada")
        .inStage("technical_challenge", h(3), h(20))
        .says("Thanks! I will send the repo link tonight.", h(5).plusMinutes(1))
        .bot("Great, I will look out for it.", h(5), "SENT", "read")
        .journey("language = 'en'");
    sample
        .candidate(null)
        .inStage("initial_contact", m(1))
        .says("Oi, vi a vaga no Instagram. Ainda está aberta?", m(1));
    sample
        .candidate("Priya Raman")
        .inStage("cultural_fit", h(5), h(30), h(14))
        .says("Great, thank you.", h(14))
        .bot("What would you like to know about us?", h(13), "SENT", "read")
        .journey("language = 'en'");
    for (String name : List.of("Lucas Teixeira", "Marina Alves", "Sofía Herrera")) {
      sample
          .candidate(name)
          .inStage("final_review", h(3), h(20), h(30), h(9))
          .says("Obrigada!", h(40))
          .journey(
              "status = 'COMPLETED', ended_at = now() - interval '2 hours', waiting_since = null");
    }
    sample
        .candidate("Otávio Nunes")
        .inStage("technical_challenge", h(3), h(200))
        .says("Depois vejo.", h(200))
        .journey("status = 'DROPPED', ended_at = now() - interval '8 hours', waiting_since = null");
    sample
        .candidate("Valentina Cruz")
        .inStage("initial_contact", h(70))
        .says("parar", h(70))
        .journey(
            "status = 'OPTED_OUT', ended_at = now() - interval '70 hours', waiting_since = null");
    sample.quarantined(
        "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"1\",\"changes\":[{\"value\":{\"metadata\":{\"phone_number_id\":\"999\"}}}]}]}",
        "unknown_number",
        "No number 999 is configured here.");
    sample.quarantined(
        "{\"object\":\"whats", "not_json", "The body ends in the middle, at character 17.");
  }

  private static Duration h(long hours) {
    return Duration.ofHours(hours);
  }

  private static Duration m(long minutes) {
    return Duration.ofMinutes(minutes);
  }
}
