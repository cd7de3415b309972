package io.talaria.worker.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journal.send.SpamHolds;
import io.talaria.port.Channel;
import io.talaria.port.Delivered;
import io.talaria.port.Delivered.Outcome;
import io.talaria.port.Delivery;
import io.talaria.port.Delivery.Author;
import io.talaria.port.Outbound;
import io.talaria.worker.FakeHttp.Answer;
import io.talaria.worker.World;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A number that people blocked or reported (131048) sends no more unasked than people want. */
class ReportedNumberTest extends World {
  private static final int CODE = 131048;

  @Autowired Channel channel;
  @Autowired SpamHolds holds;

  @BeforeEach
  void whatsAppAccepts() {
    GRAPH.answers(
        request ->
            Answer.of(200, "{\"messages\":[{\"id\":\"wamid.%s\"}]}".formatted(UUID.randomUUID())));
  }

  @AfterEach
  void forgetAll() {
    jdbc.sql("delete from spam_hold").update();
  }

  @Test
  void the_bots_templates_wait_for_a_day_and_answers_and_recruiters_go_on() {
    refused(template(Author.BOT));

    Delivery next = template(Author.BOT);
    Delivered barred = channel.deliver(next);
    assertThat(barred.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(barred.treatment()).isEqualTo("SPAM_LIMIT");
    assertThat(GRAPH.got(next.key())).isEmpty();
    assertSent(template(Author.RECRUITER));
    assertSent(reply(ana(), "Olá"));
    assertThat(hours()).isEqualTo(24);

    jdbc.sql("update spam_hold set until = now() - interval '1 second'").update();
    assertSent(template(Author.BOT));
  }

  @Test
  void whatever_is_refused_so_holds_the_number_an_answer_too() {
    refused(reply(ana(), "Olá"));

    assertThat(open()).isOne();
  }

  @Test
  void many_that_are_refused_at_once_are_one_time() {
    refused(template(Author.RECRUITER));
    refused(template(Author.RECRUITER));

    assertThat(open()).isOne();
    assertThat(hours()).isEqualTo(24);
  }

  @Test
  void met_again_it_lasts_longer_a_week_at_most_and_after_two_good_weeks_a_day() {
    for (int hours : new int[] {24, 48, 96, 168, 168}) {
      refused(template(Author.RECRUITER));
      assertThat(hours()).isEqualTo(hours);
      over();
    }
    jdbc.sql("update spam_hold set held_at = held_at - interval '15 days'").update();

    refused(template(Author.RECRUITER));

    assertThat(hours()).isEqualTo(24);
  }

  @Test
  void what_was_called_before_a_person_let_it_go_on_does_not_stop_it_again() {
    Delivery early = template(Author.RECRUITER);
    Delivery first = template(Author.RECRUITER);
    assertSent(early);
    refused(first);
    assertThat(holds.goOn(ACCOUNT, NUMBER, Instant.now(), "Rita")).isTrue();

    holds.met(early.key(), Instant.now());
    assertThat(open()).isZero();
    refused(template(Author.BOT));
    assertThat(open()).as("met anew").isOne();
  }

  @Test
  void old_news_is_none() {
    Delivery sent = template(Author.BOT);
    assertSent(sent);

    holds.met(sent.key(), Instant.now().minusSeconds(3_700));

    assertThat(open()).isZero();
  }

  private void refused(Delivery delivery) {
    GRAPH.answers(
        request -> Answer.of(400, "{\"error\":{\"message\":\"no\",\"code\":%d}}".formatted(CODE)));
    Delivered refused = channel.deliver(delivery);
    assertThat(refused.errorCode()).isEqualTo(CODE);
    assertThat(refused.treatment()).isEqualTo("SPAM_LIMIT");
    whatsAppAccepts();
  }

  private void over() {
    jdbc.sql("update spam_hold set until = now() - interval '1 second' where until > now()")
        .update();
  }

  private void assertSent(Delivery delivery) {
    assertThat(channel.deliver(delivery).outcome()).isEqualTo(Outcome.SENT);
  }

  private int open() {
    return jdbc.sql(
            "select count(*) from spam_hold where number_id = ? and lifted_at is null and until >"
                + " now()")
        .param(NUMBER)
        .query(Integer.class)
        .single();
  }

  private long hours() {
    return jdbc.sql(
            """
            select round(extract(epoch from until - held_at) / 3600)::bigint from spam_hold
            order by held_at desc limit 1
            """)
        .query(Long.class)
        .single();
  }

  private Delivery template(Author author) {
    Ana ana = ana();
    return new Delivery(
        ACCOUNT,
        ana.candidate(),
        ana.journey().journeyId(),
        NUMBER,
        ana.journey().epoch(),
        "reopen:" + UUID.randomUUID() + "/0",
        0,
        author,
        author == Author.RECRUITER ? operator("Rita") : null,
        new Outbound.Template("come_back", "pt_BR", "Oi", List.of(), "utility"),
        null,
        false,
        null);
  }
}
