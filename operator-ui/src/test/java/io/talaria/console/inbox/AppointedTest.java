package io.talaria.console.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import io.talaria.console.ConsoleTest;
import io.talaria.journal.SampleJournal;
import io.talaria.port.Kept;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** Interviews and matches on the card. */
class AppointedTest extends ConsoleTest {
  private static final UUID SALES = UUID.randomUUID();
  private static final UUID STOCK = UUID.randomUUID();

  private SampleJournal.Candidate ana;

  @BeforeEach
  void agency() throws Exception {
    jdbc.sql("delete from definition_version").update();
    jdbc.sql(
            "insert into definition_version (account_id, name, plan, text_revision, yaml,"
                + " plan_hash, text_hash) values (?, 'multi-channel-agency', 1, 0, ?, '', '')")
        .params(
            SampleJournal.ACCOUNT,
            new ClassPathResource("definitions/multi-channel-agency.yaml")
                .getContentAsString(StandardCharsets.UTF_8))
        .update();
    ana =
        journal
            .candidate("Ana Souza")
            .says("oi", Duration.ofHours(2))
            .journey("definition_name = 'multi-channel-agency'");
    signInAsRecruiter();
  }

  @Test
  void without_an_offer_the_card_says_what_will_stand_there() {
    goTo("inbox/" + ana.id);
    assertThat(page()).contains("Matches No listing was offered so far");
    assertThat(page()).doesNotContain("for the team");
  }

  @Test
  void offered_listings_stand_with_their_reasons_and_the_chosen_one() {
    offered();
    goTo("inbox/" + ana.id);
    assertThat(page())
        .contains("Position, offered ")
        .contains("Vendedora Loja Aurora · Campinas, SP · REF-1")
        .contains("+ fits: vendas")
        .contains("− elsewhere: Santos")
        .contains("None is chosen yet");
    assertThat($(Anchor.class).all())
        .extracting(Anchor::getHref)
        .contains("https://jobs.example/1");

    ana.answers(Map.of("position", STOCK.toString()));
    goTo("inbox");
    goTo("inbox/" + ana.id);
    assertThat(page()).contains("Estoquista Chosen").doesNotContain("None is chosen yet");
    assertThat(page()).contains("Position Estoquista");

    ana.answers(Map.of("position", "none"));
    goTo("inbox");
    goTo("inbox/" + ana.id);
    assertThat(page()).contains("The candidate wants none of these");
  }

  private void offered() {
    ana.bot("Estas combinam", Duration.ofHours(1), "SENT", "read")
        .offering(
            "position",
            SALES,
            "Vendedora",
            "https://jobs.example/1",
            new Kept.Ground("WORDS", 0.8, List.of("vendas")),
            new Kept.Ground("ELSEWHERE", 0, List.of("Santos")))
        .offering("position", STOCK, "Estoquista", null, new Kept.Ground("NEWEST", 1, List.of()));
  }

  @Test
  void an_interview_is_told_by_both_clocks() {
    Instant at = inThreeDaysAtTen();
    ana.booked("talk", at, "Asia/Tokyo").answers(Map.of("talk", at.toString()));
    ana.event(
        "InterviewBooked",
        Duration.ofMinutes(5),
        "\"step\":\"talk\",\"time\":\"%s\"".formatted(at));
    goTo("inbox/" + ana.id);
    assertThat(page())
        .contains("10:00 for the team (America/Sao Paulo)")
        .contains("22:00 for the candidate (Asia/Tokyo)")
        .contains("Interview booked for")
        .doesNotContain(at.toString());
  }

  @Test
  void an_interview_is_told_by_the_teams_clock_in_answers_and_events_too() {
    Instant at = inThreeDaysAtTen();
    ana.booked("talk", at, "America/Sao_Paulo").answers(Map.of("talk", at.toString()));
    String time = "\"step\":\"talk\",\"time\":\"%s\"".formatted(at);
    ana.event("InterviewBooked", Duration.ofMinutes(5), time);
    ana.event("InterviewGivenBack", Duration.ofMinutes(4), time);
    goTo("inbox/" + ana.id);

    String told = "10:00 (America/Sao Paulo)";
    assertThat(page().split(Pattern.quote(told), -1)).as(page()).hasSize(5);
  }

  @Test
  void a_candidate_by_the_teams_clock_has_one_time() {
    ana.booked("talk", Instant.now().plus(Duration.ofDays(2)), "America/Sao_Paulo");
    goTo("inbox/" + ana.id);
    assertThat(page()).contains("(America/Sao Paulo)").doesNotContain("for the team");
  }

  private static Instant inThreeDaysAtTen() {
    ZoneId team = ZoneId.of("America/Sao_Paulo");
    return LocalDate.now(team).plusDays(3).atTime(10, 0).atZone(team).toInstant();
  }
}
