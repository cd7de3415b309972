package io.talaria.worker.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journal.alert.Alerts;
import io.talaria.journal.alert.Posting;
import io.talaria.journal.reading.CardReader;
import io.talaria.journal.reading.ConversationReader;
import io.talaria.journey.Acknowledgement;
import io.talaria.journey.JourneyState;
import io.talaria.journey.rule.Escalating;
import io.talaria.port.Desk;
import io.talaria.port.Desk.Kind;
import io.talaria.port.Journal;
import io.talaria.port.JourneyEvent;
import io.talaria.worker.World;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the journal keeps and shows of an alert that somebody sees to. */
class AcknowledgedRowsTest extends World {
  @Autowired Journal journal;
  @Autowired Alerts alerts;
  @Autowired CardReader cards;
  @Autowired ConversationReader conversations;

  private UUID camila() {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            "insert into operator (id, account_id, email, name, role, password_hash)"
                + " values (:id, :account, :email, 'Camila Prado', 'LEAD', 'x')")
        .param("id", id)
        .param("account", ACCOUNT)
        .param("email", id + "@talaria.example")
        .update();
    return id;
  }

  private Desk.Alert alert(Ana ana, Kind kind) {
    UUID journey = ana.journey().journeyId();
    return new Desk.Alert(
        ACCOUNT,
        ana.candidate(),
        journey,
        journey + ":" + kind + ":1",
        kind,
        "initial_contact",
        now(),
        null);
  }

  @Test
  void an_alert_that_somebody_sees_to_is_posted_to_nobody_and_the_card_names_them() {
    // given an alert that Slack did not take yet, and a hand-over beside it
    Ana ana = ana();
    JourneyState called = state(ana, 1).withNeedsHuman("asked_for_person");
    journal.record(write(ana, called));
    Desk.Alert needs = alert(ana, Kind.NEEDS_HUMAN);
    assertThat(alerts.begin(needs)).isEqualTo(Posting.FIRST);
    alerts.notNow(needs.episode());
    assertThat(cards.read(ACCOUNT, called.journeyId()).orElseThrow().told().seenTo()).isNull();

    // when Camila acknowledges
    var by = new Acknowledgement(camila(), "Camila Prado", now());
    JourneyState seen = Escalating.acknowledged(called, by).revised();
    var event =
        new JourneyEvent.AlertAcknowledged(
            "r", by.at(), by.operatorId(), by.operatorName(), List.of(Kind.NEEDS_HUMAN));
    journal.record(write(ana, seen, event));

    // then nobody is told any more, and everybody sees who it is
    assertThat(alerts.begin(needs)).isEqualTo(Posting.DONE);
    assertThat(
            column(
                UUID.class,
                "select acknowledged_by from alert where episode = :id",
                needs.episode()))
        .isEqualTo(by.operatorId());
    assertThat(cards.read(ACCOUNT, called.journeyId()).orElseThrow().told().seenTo()).isEqualTo(by);
    assertThat(conversations.read(ACCOUNT, ana.candidate(), 10).orElseThrow().entries())
        .anySatisfy(entry -> assertThat(entry.toString()).contains("AlertAcknowledged"));
  }

  @Test
  void an_alert_that_asks_nobody_to_act_is_not_seen_by_it() {
    Ana ana = ana();
    JourneyState called = state(ana, 1).withNeedsHuman("asked_for_person");
    journal.record(write(ana, called));
    Desk.Alert notSent = alert(ana, Kind.SCHEDULED_NOT_SENT);
    alerts.begin(notSent);
    alerts.notNow(notSent.episode());

    var by = new Acknowledgement(camila(), "Camila Prado", now());
    journal.record(write(ana, Escalating.acknowledged(called, by).revised()));

    assertThat(
            column(
                Boolean.class,
                "select acknowledged_at is null from alert where episode = :id",
                notSent.episode()))
        .isTrue();
  }
}
