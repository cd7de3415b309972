package io.talaria.worker.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.talaria.journal.send.MessagingLimits;
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

/** How many people may be written to outside their windows in a day: people before bots. */
class MessagingLimitTest extends World {
  @Autowired Channel channel;
  @Autowired MessagingLimits limits;
  @Autowired WhatsAppSettings numbers;

  @BeforeEach
  void whatsAppAccepts() {
    jdbc.sql("delete from approach").update();
    GRAPH.answers(
        request ->
            Answer.of(200, "{\"messages\":[{\"id\":\"wamid.%s\"}]}".formatted(UUID.randomUUID())));
  }

  @AfterEach
  void forgetAll() {
    jdbc.sql("delete from messaging_limit").update();
    jdbc.sql("delete from approach").update();
  }

  @Test
  void a_template_counts_whom_nothing_else_reaches_and_nothing_else_counts() {
    Ana away = away();
    assertSent(template(away, Author.BOT));
    assertThat(counted(away)).isTrue();

    Ana here = ana();
    assertSent(template(here, Author.BOT));
    assertThat(counted(here)).as("their window is open").isFalse();

    Ana spoken = away();
    assertSent(reply(spoken, "Olá"));
    assertThat(counted(spoken)).as("no template").isFalse();
  }

  @Test
  void without_a_limit_nobody_is_refused() {
    written(300);
    assertSent(template(away(), Author.BOT));
  }

  @Test
  void the_bot_leaves_the_last_twentieth_to_people() {
    limits.configured(ACCOUNT, 100);
    written(94);
    assertSent(template(away(), Author.BOT));

    Ana late = away();
    Delivered refused = channel.deliver(template(late, Author.BOT));
    assertThat(refused.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(refused.treatment()).isEqualTo("MESSAGING_LIMIT");
    assertThat(counted(late)).as("what isn't called takes nobody's place").isFalse();

    for (int i = 0; i < 5; i++) {
      assertSent(template(away(), Author.RECRUITER));
    }
    Delivery none = template(away(), Author.RECRUITER);
    assertThat(channel.deliver(none).reason()).isEqualTo("send.refused.messaging_limit");
    assertThat(GRAPH.got(none.key())).isEmpty();
  }

  @Test
  void who_has_their_place_since_less_than_a_day_needs_no_other() {
    limits.configured(ACCOUNT, 100);
    Ana ana = away();
    assertSent(template(ana, Author.BOT));
    written(100);

    assertSent(template(ana, Author.BOT));
    jdbc.sql("update approach set last_at = now() - interval '25 hours' where candidate_id = ?")
        .param(ana.candidate())
        .update();
    assertThat(channel.deliver(template(ana, Author.BOT)).outcome()).isEqualTo(Outcome.REJECTED);
  }

  @Test
  void who_wrote_today_is_written_to_however_full_it_is() {
    limits.configured(ACCOUNT, 100);
    written(100);

    assertSent(template(ana(), Author.BOT));
    assertSent(reply(away(), "Olá"));
  }

  @Test
  void a_day_later_there_is_room_again() {
    limits.configured(ACCOUNT, 100);
    written(100);
    assertThat(channel.deliver(template(away(), Author.BOT)).outcome()).isEqualTo(Outcome.REJECTED);

    jdbc.sql("update approach set last_at = last_at - interval '25 hours'").update();
    assertSent(template(away(), Author.BOT));
  }

  @Test
  void a_worker_that_starts_brings_what_its_settings_say() {
    new LimitAtStart(numbers, new MessagingLimitSettings(1), limits).afterPropertiesSet();
    written(1);
    assertThat(channel.deliver(template(away(), Author.BOT)).outcome()).isEqualTo(Outcome.REJECTED);
  }

  @Test
  void a_limit_of_nobody_stops_the_start_with_what_to_set() {
    assertThatThrownBy(() -> new MessagingLimitSettings(0))
        .hasMessageContaining("talaria.whatsapp.messaging-limit must be over 0, such as 2000");
  }

  @Test
  void what_the_settings_say_no_more_counts_no_more() {
    limits.configured(ACCOUNT, 1);
    written(1);
    limits.configured(ACCOUNT, null);
    assertSent(template(away(), Author.BOT));

    limits.told(ACCOUNT, 1, Instant.now());
    assertThat(channel.deliver(template(away(), Author.BOT)).outcome()).isEqualTo(Outcome.REJECTED);
  }

  /** So many others were written to just now. */
  private void written(int people) {
    jdbc.sql(
            """
            with c as (insert into candidate (id, account_id)
              select gen_random_uuid(), :account from generate_series(1, :people) returning id)
            insert into approach (candidate_id, account_id, last_at)
            select id, :account, now() from c
            """)
        .param("account", ACCOUNT)
        .param("people", people)
        .update();
  }

  /** Somebody who wrote two days ago. */
  private Ana away() {
    Ana ana = ana();
    jdbc.sql("update message set sent_at = sent_at - interval '2 days' where candidate_id = ?")
        .param(ana.candidate())
        .update();
    return ana;
  }

  private void assertSent(Delivery delivery) {
    assertThat(channel.deliver(delivery).outcome()).isEqualTo(Outcome.SENT);
  }

  private boolean counted(Ana ana) {
    return column(
        Boolean.class,
        "select exists (select 1 from approach where candidate_id = :id)",
        ana.candidate());
  }

  private Delivery template(Ana ana, Author author) {
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
