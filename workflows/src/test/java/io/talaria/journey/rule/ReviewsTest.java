package io.talaria.journey.rule;

import static io.talaria.journey.rule.Samples.CAMILA;
import static io.talaria.journey.rule.Samples.NOON;
import static io.talaria.journey.rule.Samples.PLAN;
import static io.talaria.journey.rule.Samples.RAFAEL;
import static io.talaria.journey.rule.Samples.heldBy;
import static io.talaria.journey.rule.Samples.message;
import static io.talaria.journey.rule.Samples.noonAnd;
import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.definition.Plan;
import io.talaria.definition.Plan.Overdue;
import io.talaria.journey.Ending;
import io.talaria.journey.JourneyState;
import io.talaria.journey.Refusal;
import io.talaria.journey.Review.Fate;
import io.talaria.journey.ReviewDecision;
import io.talaria.journey.ReviewDecision.Choice;
import io.talaria.port.Appointment;
import io.talaria.port.Journal.Opened;
import io.talaria.port.Kept;
import io.talaria.port.Outbound;
import io.talaria.port.Proposal;
import io.talaria.port.Proposal.Decision;
import io.talaria.port.Reading;
import io.talaria.port.Turn.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReviewsTest {
  private static final Outbound.Choice YES = new Outbound.Choice("yes", "Yes");
  private static final Outbound ASKED = new Outbound.Buttons("Is it so?", List.of(YES));

  private static JourneyState wrote(Plan.Review rule) {
    var plan =
        new Plan(
            PLAN.definition(),
            1,
            PLAN.stages(),
            PLAN.languages(),
            PLAN.words(),
            PLAN.times(),
            false,
            rule);
    JourneyState begun =
        Moves.begun(new Opened(true, UUID.randomUUID(), 1, plan, "en", 0, null), "n");
    return Moves.received(begun, message(1, NOON, "hi"));
  }

  private static Plan.Review rule(Double below, String... steps) {
    return new Plan.Review(below, Duration.ofHours(2), Overdue.HUMAN, List.of(steps));
  }

  private static Proposal proposal(JourneyState state, Decision decision, Outbound... messages) {
    return new Proposal(
        state.inbox().open().stream().map(m -> m.id()).toList(),
        List.of(messages),
        Map.of(),
        "en",
        "a",
        "q",
        0,
        null,
        null,
        decision);
  }

  private static Decision sure(double confidence) {
    return new Decision("model", "v1.0", "r", confidence);
  }

  private static JourneyState begun(JourneyState state, Reason reason, Proposal proposal) {
    return Reviews.begun(state, "msg:1", reason, proposal, NOON);
  }

  private static boolean waits(Plan.Review rule, Decision decision) {
    JourneyState state = wrote(rule);
    return begun(state, Reason.MESSAGES, proposal(state, decision, ASKED)).inReview() != null;
  }

  private static JourneyState waiting() {
    JourneyState state = wrote(rule(0.7));
    return begun(state, Reason.MESSAGES, proposal(state, sure(0.5), ASKED));
  }

  private static ReviewDecision decision(int version, Choice choice, String note, String... texts) {
    return new ReviewDecision(
        UUID.randomUUID(), CAMILA, "Camila", version, choice, List.of(texts), note);
  }

  private static void refused(
      JourneyState state, ReviewDecision decision, Refusal type, String sentence) {
    assertThat(Requests.check(state, decision, noonAnd(0, 1)))
        .hasValueSatisfying(
            no -> {
              assertThat(no.type()).isEqualTo(type);
              assertThat(no.sentence()).contains(sentence);
            });
  }

  private static Act next(JourneyState state, Instant now) {
    return Next.of(state, Instant.EPOCH, false, now);
  }

  @Test
  void waits_below_the_confidence_or_with_a_marked_step_and_never_without_a_rule() {
    assertThat(waits(null, new Decision("model", "v1", "r", 0, true, null))).isFalse();
    assertThat(waits(rule(0.7), sure(0.69))).isTrue();
    assertThat(waits(rule(0.7), sure(0.7))).isFalse();
    assertThat(waits(rule(null), sure(0))).isFalse();
    assertThat(waits(rule(null, "q"), sure(1))).isTrue();
    assertThat(waits(rule(null), new Decision("script", "v1", "r", 1, true, null))).isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = {"PERSON", "OPT_OUT", "WINDOW_CLOSED"})
  void what_must_leave_at_once_never_waits(Reason reason) {
    JourneyState state = wrote(rule(0.7));
    JourneyState begun = begun(state, reason, proposal(state, sure(0), ASKED));
    assertThat(begun.inReview()).isNull();
    assertThat(begun.outgoing().saying()).isNotNull();
  }

  @Test
  void what_says_nothing_and_what_was_reviewed_before_doesnt_wait() {
    JourneyState state = wrote(rule(0.7));
    assertThat(begun(state, Reason.MESSAGES, proposal(state, sure(0))).inReview()).isNull();
    JourneyState sent = Reviews.sent(waiting(), NOON);
    Proposal claimed = sent.outgoing().saying().proposal();
    assertThat(begun(state, Reason.MESSAGES, claimed).inReview()).isNull();
  }

  @Test
  void edited_words_leave_over_the_same_buttons() {
    JourneyState edited =
        Reviews.approved(waiting(), decision(1, Choice.EDIT, null, " Really? "), NOON);
    Proposal said = edited.outgoing().saying().proposal();
    assertThat(said.messages()).containsExactly(new Outbound.Buttons("Really?", List.of(YES)));
    assertThat(said.decision().override().from()).containsExactly("Is it so?");
    assertThat(edited.review().decided().fate()).isEqualTo(Fate.EDITED);
  }

  @Test
  void an_edit_of_any_other_shape_than_whatsapps_is_refused() {
    JourneyState state = waiting();
    refused(state, decision(1, Choice.EDIT, null), Refusal.INVALID, "each of the 1 bubbles");
    refused(state, decision(1, Choice.EDIT, null, " "), Refusal.INVALID, "no text");
    String long_ = "x".repeat(1025);
    refused(state, decision(1, Choice.EDIT, null, long_), Refusal.INVALID, "1025 of 1024");
    refused(state, decision(1, Choice.REJECT, " "), Refusal.INVALID, "needs a reason");
    assertThat(Requests.check(state, decision(1, Choice.EDIT, null, "x".repeat(1024)), NOON))
        .isEmpty();
  }

  @Test
  void another_version_is_refused_and_so_is_what_cant_reach_the_candidate() {
    JourneyState state = waiting();
    refused(state, decision(7, Choice.APPROVE, null, "Is it so?"), Refusal.OUTDATED, "7 of 1");
    var approve = decision(1, Choice.APPROVE, null, "Is it so?");
    assertThat(Requests.check(state, approve, noonAnd(24, 0)))
        .hasValueSatisfying(no -> assertThat(no.type()).isEqualTo(Refusal.WINDOW_CLOSED));
    JourneyState held = heldBy(state, RAFAEL, NOON);
    refused(held, approve, Refusal.HELD, "Rafael has it since");
  }

  @Test
  void who_waits_for_a_reply_that_waits_for_review_is_told_of_before_it_is_overdue() {
    Instant overdue = NOON.plus(Duration.ofHours(2));
    assertThat(next(waiting(), NOON)).isEqualTo(new Act.Wait(overdue, "review"));
    assertThat(next(waiting(), overdue)).isEqualTo(new Act.ReviewOverdue());
    JourneyState eager =
        Moves.received(waiting(), message(2, NOON.plusSeconds(60), "are you there?"));
    assertThat(Next.of(eager, overdue, false, NOON))
        .isEqualTo(new Act.Wait(overdue, "typing pause"));
    assertThat(next(eager, NOON)).isEqualTo(new Act.Answer());
  }

  @Test
  void in_a_closed_window_the_template_goes_and_a_question_that_answers_nobody_is_dropped() {
    assertThat(next(waiting(), noonAnd(24, 0))).isEqualTo(new Act.Reopen());
    JourneyState asked = Moves.personWrote(wrote(rule(0.7)), "k", NOON, Long.MAX_VALUE);
    JourneyState resuming = begun(asked, Reason.RESUME, proposal(asked, sure(0.5), ASKED));
    assertThat(next(resuming, noonAnd(24, 0))).isEqualTo(new Act.DropReview());
  }

  @Test
  void a_reminder_that_waits_is_out_of_place_when_a_person_writes_and_a_reply_is_not() {
    JourneyState reply = Moves.personWrote(waiting(), "k", NOON, 0);
    assertThat(reply.inReview()).isNotNull();
    assertThat(Moves.personWrote(waiting(), "k", NOON, 1).inReview()).isNull();
    JourneyState asked = Moves.personWrote(wrote(rule(0.7)), "k", NOON, Long.MAX_VALUE);
    JourneyState reminding = begun(asked, Reason.NUDGE, proposal(asked, sure(0.5), ASKED));
    assertThat(reminding.inReview()).isNotNull();
    assertThat(Moves.personWrote(reminding, "k2", NOON, 0).inReview()).isNull();
  }

  @Test
  void a_dropped_reply_that_was_to_call_a_person_calls_one() {
    var drop = new Plan.Review(0.7, Duration.ofHours(2), Overdue.DROP, List.of());
    JourneyState state = wrote(drop);
    JourneyState plain = begun(state, Reason.MESSAGES, proposal(state, sure(0.5), ASKED));
    assertThat(Reviews.overdue(plain)).isEqualTo(Fate.OVERDUE_DROPPED);
    Proposal p = proposal(state, sure(0.5), ASKED);
    var calling =
        new Proposal(
            p.inputIds(), p.messages(), Map.of(), "en", "a", "q", 0, null, "asked", p.decision());
    assertThat(Reviews.overdue(begun(state, Reason.MESSAGES, calling)))
        .isEqualTo(Fate.OVERDUE_HUMAN);
  }

  @Test
  void what_nobody_reviewed_doesnt_leave_at_night_though_a_recruiter_may_send_it() {
    var tenHours = new Plan.Review(0.7, Duration.ofHours(10), Overdue.SEND, List.of());
    JourneyState state = QuietHoursTest.quiet(wrote(tenHours));
    JourneyState waiting = begun(state, Reason.MESSAGES, proposal(state, sure(0.5), ASKED));
    assertThat(next(waiting, noonAnd(11, 0))).isEqualTo(new Act.Wait(noonAnd(20, 0), "review"));
    assertThat(next(waiting, noonAnd(20, 0))).isEqualTo(new Act.ReviewOverdue());
    JourneyState approved =
        Reviews.approved(waiting, decision(1, Choice.APPROVE, null, "Is it so?"), noonAnd(11, 0));
    assertThat(next(approved, noonAnd(11, 0))).isEqualTo(new Act.Say());
  }

  @Test
  void a_template_was_approved_before() {
    JourneyState state = wrote(rule(0.7));
    var template = new Outbound.Template("t", "en", "See you tomorrow", List.of());
    assertThat(begun(state, Reason.DUE, proposal(state, sure(0.5), template)).inReview()).isNull();
    assertThat(begun(state, Reason.DUE, proposal(state, sure(0.5), ASKED)).inReview()).isNotNull();
  }

  @Test
  void what_leaves_is_all_that_the_bot_proposed_but_the_words() {
    JourneyState state = wrote(rule(0.7));
    Proposal plain = proposal(state, sure(0.5), ASKED);
    var rich =
        new Proposal(
            plain.inputIds(),
            plain.messages(),
            Map.of("q", "yes"),
            "en",
            "a",
            null,
            1,
            Ending.REJECTED,
            "asked",
            plain.decision(),
            List.of(1),
            new Reading("ask_about_pay", null, 0.5, 0.5, Map.of()),
            true,
            List.of(new Appointment("interview", NOON)),
            "too_young",
            List.of(new Kept.GivenBack("interview", NOON)));
    Proposal said =
        Reviews.sent(begun(state, Reason.MESSAGES, rich), NOON).outgoing().saying().proposal();
    assertThat(said).usingRecursiveComparison().ignoringFields("decision.override").isEqualTo(rich);
  }
}
