package io.talaria.worker.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.port.Channel;
import io.talaria.port.Delivered;
import io.talaria.port.Delivered.Outcome;
import io.talaria.port.Delivery;
import io.talaria.port.Delivery.Author;
import io.talaria.port.Outbound;
import io.talaria.worker.FakeHttp.Answer;
import io.talaria.worker.World;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What WhatsApp refused a template for is remembered: of the person, and of the template. */
class RefusedTemplateTest extends World {
  @Autowired Channel channel;

  @BeforeEach
  void whatsAppAccepts() {
    GRAPH.answers(
        request ->
            Answer.of(200, "{\"messages\":[{\"id\":\"wamid.%s\"}]}".formatted(UUID.randomUUID())));
  }

  @AfterEach
  void forgetAll() {
    jdbc.sql("delete from marketing_bar").update();
    jdbc.sql("delete from template_hold").update();
  }

  @Test
  void somebody_who_stopped_marketing_is_not_tried_again_with_it_and_gets_all_else() {
    Ana ana = ana();
    refused(131050, template(ana, "come_back", null));

    Delivery again = template(ana, "come_back", null);
    assertBarred(again, "MARKETING_STOP", 131050);
    assertBarred(template(ana, "news", "marketing"), "MARKETING_STOP", 131050);
    assertSent(template(ana, "reminder", "utility"));
    assertSent(template(ana, "unknown", null));
    assertSent(reply(ana, "Olá"));
    assertSent(template(ana(), "come_back", null));
    assertThat(open(ana)).as("for good").isOne();

    jdbc.sql("update marketing_bar set lifted_at = now()").update();
    assertSent(template(ana, "come_back", null));
  }

  @Test
  void somebody_who_had_their_share_and_then_stopped_is_told_of_as_one_who_stopped() {
    Ana ana = ana();
    refused(131049, template(ana, "come_back", "marketing"));
    jdbc.sql(
            """
            insert into marketing_bar (id, account_id, candidate_id, error_code, since)
            values (gen_random_uuid(), ?, ?, 131050, now())
            """)
        .params(ACCOUNT, ana.candidate())
        .update();

    assertBarred(template(ana, "come_back", "marketing"), "MARKETING_STOP", 131050);
  }

  @Test
  void a_recruiter_is_not_let_through_either_and_hears_why() {
    Ana ana = ana();
    refused(131050, template(ana, "come_back", null));

    Delivery persons =
        content(
            ana,
            Author.RECRUITER,
            new Outbound.Template("come_back", "pt_BR", "Oi", List.of(), "marketing"));

    assertThat(channel.deliver(persons).reason()).isEqualTo("send.refused.marketing_stop");
  }

  @Test
  void somebody_who_had_their_share_waits_a_day_and_longer_each_time() {
    Ana ana = ana();
    refused(131049, template(ana, "come_back", "marketing"));
    assertThat(hours(ana)).isEqualTo(24);
    assertBarred(template(ana, "come_back", "marketing"), "MARKETING_LIMIT", 131049);
    assertThat(hours(ana)).as("what wasn't tried is no refusal").isEqualTo(24);

    jdbc.sql("update marketing_bar set until = now() - interval '1 second'").update();
    refused(131049, template(ana, "come_back", "marketing"));

    assertThat(hours(ana)).isEqualTo(48);
    jdbc.sql("update marketing_bar set until = now() - interval '1 second'").update();
    assertSent(template(ana, "come_back", "marketing"));
  }

  @Test
  void nobody_waits_longer_than_a_week_and_after_two_good_weeks_it_is_a_day_again() {
    Ana ana = ana();
    for (int hours : new int[] {24, 48, 96, 168, 168}) {
      refused(131049, template(ana, "come_back", "marketing"));
      assertThat(hours(ana)).isEqualTo(hours);
      jdbc.sql("update marketing_bar set until = now() - interval '1 second'").update();
    }
    jdbc.sql("update marketing_bar set since = since - interval '15 days'").update();

    refused(131049, template(ana, "come_back", "marketing"));

    assertThat(hours(ana)).isEqualTo(24);
  }

  @Test
  void a_paused_template_is_held_for_everybody_in_its_language_until_the_pause_is_over() {
    refused(132015, template(ana(), "come_back", null));

    assertBarred(template(ana(), "come_back", "utility"), "TEMPLATE_PAUSED", 132015);
    assertSent(
        content(ana(), Author.BOT, new Outbound.Template("come_back", "es", "Hola", List.of())));
    jdbc.sql("update template_hold set until = now() - interval '1 second'").update();
    assertSent(template(ana(), "come_back", null));
  }

  @Test
  void a_paused_template_goes_again_as_soon_as_whatsapp_approves_it() {
    refused(132015, template(ana(), "come_back", null));
    jdbc.sql("update template_hold set lifted_at = now()").update();

    assertSent(template(ana(), "come_back", null));
  }

  @Test
  void a_disabled_template_is_held_for_nobody_since_nothing_might_ever_lift_it() {
    refused(132016, template(ana(), "come_back", null));

    assertSent(template(ana(), "come_back", null));
  }

  @Test
  void another_clients_template_of_the_same_name_is_not_held() {
    UUID other = UUID.randomUUID();
    jdbc.sql("insert into account (id, name) values (?, 'other')").param(other).update();
    jdbc.sql(
            """
            insert into template_hold (id, account_id, name, language, until)
            values (gen_random_uuid(), ?, 'come_back', 'pt_BR', now() + interval '3 hours')
            """)
        .param(other)
        .update();

    assertSent(template(ana(), "come_back", null));
  }

  @Test
  void a_template_that_is_paused_again_within_a_week_rests_longer() {
    refused(132015, template(ana(), "come_back", null));
    assertThat(pause()).isEqualTo(3);
    jdbc.sql("update template_hold set until = now() - interval '1 second'").update();

    refused(132015, template(ana(), "come_back", null));

    assertThat(pause()).isEqualTo(6);
    jdbc.sql(
            """
            update template_hold set held_at = now() - interval '8 days',
              until = now() - interval '8 days'
            """)
        .update();
    refused(132015, template(ana(), "come_back", null));
    assertThat(pause()).as("after a good week").isEqualTo(3);
  }

  private void refused(int code, Delivery template) {
    GRAPH.answers(
        request -> Answer.of(400, "{\"error\":{\"message\":\"no\",\"code\":%d}}".formatted(code)));
    assertThat(channel.deliver(template).errorCode()).isEqualTo(code);
    whatsAppAccepts();
  }

  private void assertSent(Delivery delivery) {
    assertThat(channel.deliver(delivery).outcome()).isEqualTo(Outcome.SENT);
  }

  private void assertBarred(Delivery delivery, String treatment, int code) {
    Delivered refused = channel.deliver(delivery);
    assertThat(refused.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(refused.treatment()).isEqualTo(treatment);
    assertThat(refused.errorCode()).isEqualTo(code);
    assertThat(GRAPH.got(delivery.key())).isEmpty();
  }

  private long hours(Ana ana) {
    return column(
        Long.class,
        """
        select round(extract(epoch from until - since) / 3600)::bigint from marketing_bar
        where candidate_id = :id order by since desc limit 1
        """,
        ana.candidate());
  }

  private int open(Ana ana) {
    return column(
        Integer.class,
        "select count(*) from marketing_bar where candidate_id = :id and until is null",
        ana.candidate());
  }

  private long pause() {
    return jdbc.sql(
            "select round(extract(epoch from until - held_at) / 3600)::bigint from template_hold")
        .query(Long.class)
        .single();
  }

  private Delivery template(Ana ana, String name, String category) {
    return content(
        ana, Author.BOT, new Outbound.Template(name, "pt_BR", "Oi", List.of(), category));
  }

  private Delivery content(Ana ana, Author author, Outbound content) {
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
        content,
        null,
        false,
        null);
  }
}
