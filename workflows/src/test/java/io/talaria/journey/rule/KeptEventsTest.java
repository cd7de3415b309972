package io.talaria.journey.rule;

import static io.talaria.journey.rule.Samples.NOON;
import static io.talaria.journey.rule.Samples.PLAN;
import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journey.JourneyState;
import io.talaria.port.Journal.Opened;
import io.talaria.port.JourneyEvent;
import io.talaria.port.JourneyEvent.InterviewBooked;
import io.talaria.port.JourneyEvent.InterviewGivenBack;
import io.talaria.port.JourneyEvent.ListingChosen;
import io.talaria.port.JourneyEvent.ListingsOffered;
import io.talaria.port.Kept;
import io.talaria.port.Outbound;
import io.talaria.port.Proposal;
import io.talaria.port.Turn.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KeptEventsTest {
  private static final Instant AT = NOON.plus(Duration.ofDays(1));

  @Test
  void what_a_reply_comes_to_is_told_when_it_is_said() {
    JourneyState before =
        saying(
            new Kept.GivenBack("talk", AT),
            new Kept.Booked("d", "talk", AT.plusSeconds(60), 1),
            new Kept.Chosen("job", "j1"),
            new Kept.Offered("more", List.of(new Kept.Listed("j2", List.of()))));

    List<JourneyEvent> told = events(before, "msg:1");

    assertThat(told)
        .containsExactly(
            new InterviewGivenBack("msg:1#talk", NOON, "talk", AT),
            new InterviewBooked("msg:1#talk", NOON, "talk", AT.plusSeconds(60)),
            new ListingChosen("msg:1#job", NOON, "job", "j1"),
            new ListingsOffered("msg:1#more", NOON, "more", List.of("j2")));
  }

  @Test
  void what_happens_while_a_reply_is_on_its_way_tells_nothing_of_it() {
    JourneyState before = saying(new Kept.Chosen("job", "j1"));

    assertThat(events(before, "takeover:1")).isEmpty();
  }

  private static List<JourneyEvent> events(JourneyState before, String cause) {
    return ProposalCheck.events(before, Sayings.cut(before), cause, NOON);
  }

  private static JourneyState saying(Kept... kept) {
    JourneyState state =
        Moves.begun(new Opened(true, UUID.randomUUID(), 1, PLAN, "en", 0, null), "n");
    var proposal =
        new Proposal(
            List.of(),
            List.of(new Outbound.Text("hi")),
            Map.of(),
            "en",
            state.talk().stage(),
            null,
            0,
            null,
            null,
            new Proposal.Decision("script", "v1.0", "r", 1),
            null,
            null,
            null,
            null,
            null,
            List.of(kept));
    return Sayings.begun(state, "msg:1", Reason.MESSAGES, proposal);
  }
}
