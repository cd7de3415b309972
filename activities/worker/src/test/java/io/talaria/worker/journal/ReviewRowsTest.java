package io.talaria.worker.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.definition.Plan.Overdue;
import io.talaria.journal.journey.Journeys;
import io.talaria.journal.reading.ConversationReader;
import io.talaria.journey.JourneyState;
import io.talaria.journey.Review;
import io.talaria.journey.Review.Fate;
import io.talaria.journey.rule.Reviews;
import io.talaria.port.Desk;
import io.talaria.port.Desk.Kind;
import io.talaria.port.Journal;
import io.talaria.port.JourneyEvent;
import io.talaria.port.Proposal;
import io.talaria.port.Proposal.Decision;
import io.talaria.port.Turn.Reason;
import io.talaria.worker.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the journal shows of a proposal that waits for a recruiter, and keeps for a lost run. */
class ReviewRowsTest extends World {
  @Autowired Journal journal;
  @Autowired Journeys journeys;
  @Autowired ConversationReader conversations;

  private Review.Waiting waiting(Ana ana) {
    Proposal sure = proposal(ana, "Qual é o seu cargo?");
    var unsure =
        new Proposal(
            sure.inputIds(),
            sure.messages(),
            sure.answers(),
            sure.language(),
            sure.stage(),
            sure.step(),
            0,
            null,
            null,
            new Decision("http", "v1.0", "r", 0.55, null, null));
    Instant since = now();
    return new Review.Waiting(
        1,
        "msg:" + ana.message(),
        Reason.MESSAGES,
        unsure,
        0.7,
        since,
        since.plus(HOURS),
        Overdue.SEND);
  }

  private static final Duration HOURS = Duration.ofHours(2);

  private JourneyState inReview(Ana ana, Review.Waiting waiting) {
    return state(ana, 1).withReview(new Review(1, waiting, null));
  }

  @Test
  void the_queue_and_the_conversation_show_it_until_it_is_decided() {
    // given
    Ana ana = ana();
    Review.Waiting waiting = waiting(ana);
    JourneyState asked = inReview(ana, waiting);

    // when
    journal.record(write(ana, asked, Reviews.events(null, asked).toArray(JourneyEvent[]::new)));

    // then
    assertThat(conversations.read(ACCOUNT, ana.candidate(), 10).orElseThrow().review())
        .isEqualTo(waiting);
    UUID id = ana.journey().journeyId();
    assertThat(column(Boolean.class, "select review_until > now() from journey where id = :id", id))
        .isTrue();

    // when
    JourneyState decided = Reviews.closed(asked.revised(), Fate.OUTDATED, now());
    var events = Reviews.events(asked.review(), decided);
    journal.record(write(ana, decided, events.toArray(JourneyEvent[]::new)));

    // then
    var shown = conversations.read(ACCOUNT, ana.candidate(), 10).orElseThrow();
    assertThat(shown.review()).isNull();
    assertThat(shown.entries())
        .anySatisfy(entry -> assertThat(entry.toString()).contains("ReviewDecided", "OUTDATED"));
    assertThat(column(Boolean.class, "select review_since is null from journey where id = :id", id))
        .isTrue();
  }

  @Test
  void a_lost_runs_journey_is_gone_on_with_and_waits_on() {
    Ana ana = ana();
    JourneyState asked = inReview(ana, waiting(ana));
    journal.record(write(ana, asked));

    Journal.Opened next =
        journeys.open(
            new Journal.Open(
                ACCOUNT,
                ana.candidate(),
                "tech-hiring",
                NUMBER,
                "BR",
                "next",
                List.of(),
                ana.journey().journeyId()));

    assertThat(next.left().review()).isEqualTo(asked.review());
  }

  @Test
  void its_alert_ends_with_it() {
    Ana ana = ana();
    JourneyState asked = inReview(ana, waiting(ana));
    journal.record(write(ana, asked));
    String episode = ana.journey().journeyId() + ":REVIEW:1";
    jdbc.sql(
            """
            insert into alert (id, account_id, candidate_id, journey_id, episode, kind, state, since)
            values (:id, :account, :candidate, :journey, :episode, :kind, 'POSTED', now())
            """)
        .param("id", UUID.randomUUID())
        .param("account", ACCOUNT)
        .param("candidate", ana.candidate())
        .param("journey", ana.journey().journeyId())
        .param("episode", episode)
        .param("kind", Kind.REVIEW.name())
        .update();

    journal.record(write(ana, asked.revised()));
    assertThat(open(episode)).isTrue();
    journal.record(write(ana, Reviews.closed(asked.revised().revised(), Fate.OUTDATED, now())));
    assertThat(open(episode)).isFalse();
  }

  private boolean open(String episode) {
    return column(
        Boolean.class, "select closed_at is null from alert where episode = :id", episode);
  }

  @Test
  void every_kind_of_alert_is_known_to_the_journal() {
    String known =
        jdbc.sql(
                "select pg_get_constraintdef(oid) from pg_constraint where conname ="
                    + " 'alert_kind_check'")
            .query(String.class)
            .single();
    for (Desk.Kind kind : Desk.Kind.values()) {
      assertThat(known).contains("'" + kind + "'");
    }
  }
}
