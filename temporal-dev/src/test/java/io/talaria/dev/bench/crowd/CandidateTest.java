package io.talaria.dev.bench.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CandidateTest {
  private static final Instant DUE = Instant.parse("2026-11-23T10:00:00Z");

  @Test
  void one_reply_answers_everything_that_was_open() {
    // given two messages that were due one after the other
    Candidate candidate = new Candidate(1);
    Exchange first = new Exchange(candidate, "wamid.1", DUE);
    Exchange second = new Exchange(candidate, "wamid.2", DUE.plusMillis(40));
    candidate.wrote(first);
    candidate.wrote(second);

    // when
    Reply reply = reply(DUE.plusMillis(100));
    List<Exchange> answered = candidate.heard(reply);

    // then each took from when it was due
    assertThat(answered).containsExactly(first, second);
    assertThat(second.took(reply)).isEqualTo(Duration.ofMillis(60));
    assertThat(candidate.waits()).isFalse();
    assertThat(candidate.isAsked()).isFalse();
  }

  @Test
  void a_list_is_tapped_by_its_rows() {
    Reply reply =
        Reply.of(
            JsonMapper.shared()
                .readTree(
                    """
                    {"wamid":"w","to":"999","key":"k","at":"2026-11-23T10:00:00.123456Z","body":
                      {"interactive":{"type":"list","action":{"sections":[{"rows":
                        [{"id":"a","title":"A"},{"id":"b","title":"B"}]}]}}}}"""));

    assertThat(reply.tapType()).isEqualTo("list_reply");
    assertThat(reply.choices()).extracting(Reply.Choice::id).containsExactly("a", "b");
    assertThat(reply.at()).isEqualTo(Instant.parse("2026-11-23T10:00:00.123456Z"));
  }

  private static Reply reply(Instant at) {
    return new Reply("wamid.r", "9990000000001", "key", "button_reply", List.of(), at);
  }
}
