package io.talaria.journal;

import io.talaria.definition.Plan;
import io.talaria.definition.Plan.Overdue;
import io.talaria.journal.inbox.NameTokens;
import io.talaria.journey.Acknowledgement;
import io.talaria.journey.JourneyState;
import io.talaria.journey.Review;
import io.talaria.journey.rule.Escalating;
import io.talaria.journey.rule.Moves;
import io.talaria.port.Desk;
import io.talaria.port.Journal;
import io.talaria.port.Kept;
import io.talaria.port.Outbound;
import io.talaria.port.Proposal;
import io.talaria.port.Proposal.Decision;
import io.talaria.port.Proposal.HumanOverride;
import io.talaria.port.Turn.Reason;
import io.talaria.seal.ClearSeal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Rows as gateway and worker write them, for tests and for looking at the console alone. */
public final class SampleJournal {
  public static final UUID ACCOUNT = UUID.fromString("00000000-0000-0000-0000-000000000001");
  public static final String NUMBER = "106540352242922";
  public static final List<String> STAGES =
      List.of("initial_contact", "technical_challenge", "cultural_fit", "final_review");

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final ClearSeal SEAL = new ClearSeal();

  private final JdbcClient jdbc;

  public SampleJournal(JdbcClient jdbc) {
    this.jdbc = jdbc;
    jdbc.sql(
            "insert into number (id, account_id, definition_name) values (?, ?, 'tech-hiring') on"
                + " conflict do nothing")
        .params(NUMBER, ACCOUNT)
        .update();
  }

  /** A person of the team, with this bcrypt hash. */
  public UUID operator(String email, String name, String role, String hash) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            "insert into operator (id, account_id, email, name, role, password_hash) values (?, ?,"
                + " ?, ?, ?, ?)")
        .params(id, ACCOUNT, email, name, role, hash)
        .update();
    return id;
  }

  /** A candidate whose journey has just begun. */
  public Candidate candidate(String name) {
    return new Candidate(name);
  }

  /** WhatsApp refuses what the number sends. */
  public void held(@Nullable Integer code) {
    jdbc.sql(
            "insert into number_hold (id, account_id, number_id, error_code, trial_key) values (?,"
                + " ?, ?, ?, 'key')")
        .params(UUID.randomUUID(), ACCOUNT, NUMBER, code)
        .update();
  }

  /** Something the gateway could not use. */
  public UUID quarantined(String body, String reason, String detail) {
    UUID delivery = UUID.randomUUID();
    UUID id = UUID.randomUUID();
    jdbc.sql(
            "insert into webhook_delivery (id, source, body, done_at) values (?, 'whatsapp', ?, now())")
        .params(delivery, body.getBytes(StandardCharsets.UTF_8))
        .update();
    jdbc.sql(
            "insert into quarantine (id, account_id, delivery_id, item, reason, detail) values (?,"
                + " ?, ?, '', ?, ?)")
        .params(id, ACCOUNT, delivery, reason, detail)
        .update();
    return id;
  }

  private static OffsetDateTime ago(Duration ago) {
    return Instant.now().minus(ago).atOffset(ZoneOffset.UTC);
  }

  /** One candidate with one journey; each sentence writes what it says. */
  public final class Candidate {
    public final UUID id = UUID.randomUUID();
    public final UUID journey = UUID.randomUUID();
    private int seq;
    private final List<String> keys = new ArrayList<>();

    Candidate(String name) {
      jdbc.sql(
              "insert into candidate (id, account_id, sealed_name, name_tokens, country) values (?,"
                  + " ?, ?, ?, 'BR')")
          .params(
              id,
              ACCOUNT,
              name == null ? null : text(name),
              name == null ? new String[0] : NameTokens.prefixes(name).toArray(String[]::new))
          .update();
      jdbc.sql(
              "insert into contact_alias (id, account_id, candidate_id, channel, kind, value_token,"
                  + " sealed_value) values (?, ?, ?, 'whatsapp', 'phone', ?, ?)")
          .params(UUID.randomUUID(), ACCOUNT, id, "55119" + id, text("5511987654821"))
          .update();
      jdbc.sql(
              """
              insert into journey (id, account_id, candidate_id, number_id, definition_name, plan, run_id,
                generation, stage, language)
              values (?, ?, ?, ?, 'tech-hiring', 1, 'run', 1, 'initial_contact', 'pt-BR')
              """)
          .params(journey, ACCOUNT, id, NUMBER)
          .update();
    }

    /** Sets columns of the journey's row. */
    public Candidate journey(String assignments, Object... values) {
      var all = new ArrayList<>(List.of(values));
      all.add(journey);
      jdbc.sql("update journey set " + assignments + " where id = ?").params(all).update();
      return this;
    }

    /** Went through the stages up to this one. */
    public Candidate inStage(String stage, Duration... stays) {
      int at = STAGES.indexOf(stage);
      Duration back = Duration.ZERO;
      for (Duration stay : stays) {
        back = back.plus(stay);
      }
      journey("stage = ?, started_at = ?", stage, ago(back));
      for (int i = 0; i <= at; i++) {
        Duration left = back.minus(i < stays.length ? stays[i] : Duration.ofHours(1));
        boolean gone = i < at;
        jdbc.sql(
                "insert into stage_visit (id, account_id, journey_id, stage, entered_at, left_at,"
                    + " left_as) values (?, ?, ?, ?, ?, ?, ?)")
            .params(
                java.util.Arrays.asList(
                    UUID.randomUUID(),
                    ACCOUNT,
                    journey,
                    STAGES.get(i),
                    ago(back),
                    gone ? ago(left) : null,
                    gone ? "COMPLETED" : null))
            .update();
        back = left;
      }
      return this;
    }

    /** The candidate wrote. */
    public Candidate says(String words, Duration ago) {
      return says(words, "text", ago);
    }

    public Candidate says(String words, String kind, Duration ago) {
      jdbc.sql(
              """
              insert into message (id, account_id, candidate_id, journey_id, number_id, seq, direction,
                author, kind, sealed_text, sent_at, recorded_at, taken_in_at)
              values (?, ?, ?, ?, ?, ?, 'IN', 'CANDIDATE', ?, ?, ?, ?, now())
              """)
          .params(
              UUID.randomUUID(),
              ACCOUNT,
              id,
              journey,
              NUMBER,
              ++seq,
              kind,
              text(words),
              ago(ago),
              ago(ago))
          .update();
      last(words, "CANDIDATE", ago);
      return journey(
          "waiting_since = ?, silent_since = null, window_until = ?",
          ago(ago),
          ago(ago.minusHours(24)));
    }

    /** The candidate sent a file; the id of the file. */
    public UUID brings(String kind, String caption, String name, Duration ago) {
      says(caption == null ? "" : caption, kind, ago);
      if (caption == null) {
        jdbc.sql("update message set sealed_text = null where candidate_id = ? and seq = ?")
            .params(id, seq)
            .update();
        journey("sealed_last_text = null");
      }
      UUID file = UUID.randomUUID();
      jdbc.sql(
              """
              insert into media (id, account_id, candidate_id, message_id, number_id, kind, whatsapp_id, sealed_name)
              select ?, ?, ?, id, ?, ?, 'wa-1', ? from message where candidate_id = ? and seq = ?
              """)
          .params(
              java.util.Arrays.asList(
                  file,
                  ACCOUNT,
                  id,
                  NUMBER,
                  kind,
                  name == null ? new byte[] {0} : text(name),
                  id,
                  seq))
          .update();
      if (name == null) {
        jdbc.sql("update media set sealed_name = null where id = ?").param(file).update();
      }
      return file;
    }

    /** The candidate filled in a form. */
    public Candidate fills(String form, Map<String, String> fields, String outdated, Duration ago) {
      says("", "form", ago);
      var extra = new java.util.TreeMap<String, String>();
      extra.put("formId", form);
      fields.forEach((field, value) -> extra.put("field:" + field, value));
      if (outdated != null) {
        extra.put("outdated", outdated);
      }
      jdbc.sql(
              "update message set sealed_text = null, sealed_extra = ? where candidate_id = ? and seq = ?")
          .params(json(extra), id, seq)
          .update();
      return this;
    }

    /** The bot answered; the state and status are columns of the intent. */
    public Candidate bot(String words, Duration ago, String state, String status) {
      return sent(new Outbound.Text(words), ago, "BOT", null, state, status);
    }

    public Candidate sent(
        Outbound content, Duration ago, String author, UUID operator, String state, String status) {
      String key = "msg:" + UUID.randomUUID() + "/0";
      String turn = author.equals("BOT") ? key.substring(0, key.indexOf('/')) : null;
      keys.add(key);
      if (turn != null) {
        jdbc.sql(
                "insert into turn (key, account_id, candidate_id, journey_id, input_ids,"
                    + " sealed_proposal, engine, definition_version) values (?, ?, ?, ?, '{}', ?,"
                    + " 'script', 'v1.0')")
            .params(turn, ACCOUNT, id, journey, json(proposal(content)))
            .update();
      }
      jdbc.sql(
              """
              insert into send_intent (key, account_id, candidate_id, journey_id, number_id, turn_key,
                author, operator_id, state, epoch, sealed_content, status, created_at, sending_at, settled_at)
              values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?)
              """)
          .params(
              java.util.Arrays.asList(
                  key,
                  ACCOUNT,
                  id,
                  journey,
                  NUMBER,
                  turn,
                  author,
                  operator,
                  state,
                  json(content),
                  status,
                  ago(ago),
                  ago(ago),
                  ago(ago)))
          .update();
      seq++;
      last(content.body(), author, ago);
      return journey("waiting_since = null, silent_since = ?", ago(ago));
    }

    /** The newest send failed so. */
    public Candidate failed(int code, String detail) {
      jdbc.sql(
              "update send_intent set error_code = ?, error_detail = ?, failed_at = now() where key = ?")
          .params(code, detail, keys.getLast())
          .update();
      return this;
    }

    /**
     * The newest send, which WhatsApp may have refused for a while before, was dropped.
     *
     * @param by brake or repair
     */
    public Candidate droppedBy(String by) {
      jdbc.sql("update send_intent set settled_by = ? where key = ?")
          .params(by, keys.getLast())
          .update();
      return this;
    }

    /** The bot's newest words offered this listing too. */
    public Candidate offering(
        String step, UUID listing, String title, String link, Kept.Ground... grounds) {
      String turn = keys.getLast().substring(0, keys.getLast().indexOf('/'));
      var listed = new Kept.Listed(listing.toString(), List.of(grounds));
      jdbc.sql(
              """
              insert into listing_offer (turn_key, rank, account_id, candidate_id, journey_id, step,
                listing_id, reference, title, company, place, link, sealed_grounds, offered_at)
              select ?, 1 + count(*), ?, ?, ?, ?, ?, 'REF-' || 1 + count(*), ?, 'Loja Aurora',
                'Campinas, SP', ?, ?, coalesce(min(offered_at), now())
              from listing_offer where turn_key = ?
              """)
          .params(turn, ACCOUNT, id, journey, step, listing, title, link, json(listed), turn)
          .update();
      return this;
    }

    /** The candidate has this time of an interview. */
    public Candidate booked(String step, Instant at, String zone) {
      jdbc.sql("update candidate set zone = ? where id = ?").params(zone, id).update();
      jdbc.sql(
              """
              insert into interview_booking (turn_key, account_id, candidate_id, journey_id, calendar,
                step, at, place) values (?, ?, ?, ?, 'tech-hiring', ?, ?, 1)
              """)
          .params(
              "msg:" + UUID.randomUUID(), ACCOUNT, id, journey, step, at.atOffset(ZoneOffset.UTC))
          .update();
      return this;
    }

    /** The bot proposed these words and waits for a recruiter, for two hours from then. */
    public Candidate proposes(String words, Duration ago) {
      return proposes(new Outbound.Text(words), ago);
    }

    public Candidate proposes(Outbound words, Duration ago) {
      Instant since = Instant.now().minus(ago);
      Instant until = since.plus(Duration.ofHours(2));
      Proposal unsure =
          new Proposal(
              List.of(),
              List.of(words),
              Map.of(),
              "pt-BR",
              "initial_contact",
              null,
              0,
              null,
              null,
              new Decision("http", "v1.0", "initial_contact › free answer", 0.55));
      String key = "msg:" + UUID.randomUUID();
      var waiting =
          new Review.Waiting(1, key, Reason.MESSAGES, unsure, 0.7, since, until, Overdue.SEND);
      return journey(
          "review_since = ?, review_until = ?, sealed_review = ?",
          since.atOffset(ZoneOffset.UTC),
          until.atOffset(ZoneOffset.UTC),
          json(waiting));
    }

    /** Stands in plan 1, whose only stage is this one, with this open question. */
    public Candidate standing(String stage, String question) {
      JourneyState begun = begun(new Plan.Stage(stage, Map.of(), List.of(question)));
      JourneyState state =
          begun.withTalk(new JourneyState.Talk("pt-BR", stage, question, 0, Map.of(), true));
      return journey(
          "stage = ?, step = ?, sealed_state = ?", stage, question, (Object) json(state));
    }

    private JourneyState begun(Plan.Stage stage) {
      var plan =
          new Plan(
              "tech-hiring",
              1,
              List.of(stage),
              List.of("pt-BR"),
              new Plan.Words(List.of(), List.of()),
              new Plan.Times(
                  Duration.ofSeconds(4),
                  Duration.ofSeconds(8),
                  List.of(),
                  Duration.ofHours(24),
                  Duration.ofMinutes(15),
                  Duration.ofDays(7),
                  Duration.ofDays(30),
                  null,
                  List.of(Duration.ofMinutes(30), Duration.ofHours(2)),
                  Duration.ofHours(2)),
              false);
      return Moves.begun(new Journal.Opened(true, journey, 1, plan, "pt-BR", 0, null), NUMBER);
    }

    /** The team was told since then that a person is needed; somebody sees to it, or nobody. */
    public Candidate needsPerson(Duration ago, Acknowledgement seenTo) {
      Instant since = Instant.now().minus(ago);
      JourneyState called =
          begun(new Plan.Stage("initial_contact", Map.of("en", "Initial"), List.of()))
              .withNeedsHuman("asked_for_person");
      JourneyState told = Escalating.told(called, Desk.Kind.NEEDS_HUMAN, "e", since);
      JourneyState state = seenTo == null ? told : Escalating.acknowledged(told, seenTo);
      return journey("needs_human = 'asked_for_person', sealed_state = ?", (Object) json(state));
    }

    /** The bot had proposed other words; a recruiter let it leave with these. */
    public Candidate reviewed(String words, String from, String by, Duration ago) {
      bot(words, ago, "SENT", "read");
      String turn = keys.getLast().substring(0, keys.getLast().indexOf('/'));
      Instant at = Instant.now().minus(ago);
      var override = new HumanOverride(1, UUID.randomUUID(), by, at, List.of(from), null);
      Outbound said = new Outbound.Text(words);
      jdbc.sql("update turn set sealed_proposal = ? where key = ?")
          .params(json(proposal(said).released(List.of(said), override)), turn)
          .update();
      return this;
    }

    /** A recruiter holds it since then, with an answered takeover. */
    public UUID heldBy(UUID operator, Duration ago, String reason, String receipt) {
      UUID takeover = UUID.randomUUID();
      jdbc.sql(
              "insert into takeover (id, account_id, candidate_id, journey_id, operator_id, epoch,"
                  + " reason, state, requested_at, held_at, receipt) values (?, ?, ?, ?, ?, 1, ?,"
                  + " ?, ?, ?, ?::jsonb)")
          .params(
              java.util.Arrays.asList(
                  takeover,
                  ACCOUNT,
                  id,
                  journey,
                  operator,
                  reason,
                  receipt == null ? "REQUESTED" : "HELD",
                  ago(ago),
                  receipt == null ? null : ago(ago),
                  receipt == null
                      ? null
                      : receipt.replace("AT", Instant.now().minus(ago).toString())))
          .update();
      jdbc.sql(
              "insert into brake (candidate_id, account_id, epoch, holder_id, takeover_id,"
                  + " raised_at) values (?, ?, 1, ?, ?, ?)")
          .params(id, ACCOUNT, operator, takeover, ago(ago))
          .update();
      if (receipt != null) {
        journey("mode = 'HUMAN', owner_id = ?, owner_since = ?", operator, ago(ago));
      }
      return takeover;
    }

    public Candidate answers(Map<String, String> answers) {
      return journey("sealed_answers = ?", json(answers));
    }

    public Candidate risk(double risk, String factors) {
      jdbc.sql(
              "insert into risk_assessment (id, account_id, journey_id, at, risk, factors) values"
                  + " (?, ?, ?, now(), ?, ?::jsonb)")
          .params(UUID.randomUUID(), ACCOUNT, journey, risk, factors)
          .update();
      return journey("risk = ?", risk);
    }

    /** An event row of this type with this body. */
    public Candidate event(String type, Duration ago, String body) {
      Instant at = Instant.now().minus(ago);
      String full =
          "{\"type\":\"%s\",\"cause\":\"%s\",\"at\":\"%s\",%s}"
              .formatted(type, UUID.randomUUID(), at, body);
      jdbc.sql(
              "insert into event (account_id, candidate_id, journey_id, type, cause, at,"
                  + " sealed_body) values (?, ?, ?, ?, ?, ?, ?)")
          .params(
              ACCOUNT,
              id,
              journey,
              type,
              UUID.randomUUID().toString(),
              at.atOffset(ZoneOffset.UTC),
              text(full))
          .update();
      return this;
    }

    /** The newest send's key. */
    public String newestKey() {
      return keys.getLast();
    }

    private void last(String words, String author, Duration ago) {
      journey(
          "sealed_last_text = ?, last_author = ?, last_at = ?, moved_at = ?",
          text(words),
          author,
          ago(ago),
          ago(ago));
    }

    private Proposal proposal(Outbound content) {
      return new Proposal(
          List.of(),
          List.of(content),
          Map.of(),
          "pt-BR",
          "initial_contact",
          null,
          0,
          null,
          null,
          new Decision("script", "v1.0", "initial_contact › role: choice", 1.0));
    }

    private byte[] text(String words) {
      return SEAL.seal(id, words.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] json(Object value) {
      return SEAL.seal(
          id,
          value instanceof Outbound outbound
              ? JSON.writerFor(Outbound.class).writeValueAsBytes(outbound)
              : JSON.writeValueAsBytes(value));
    }
  }
}
