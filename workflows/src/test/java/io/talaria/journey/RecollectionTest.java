package io.talaria.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journey.ReplyReceipt.Standing;
import io.talaria.port.Journal.Remembered;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecollectionTest {
  private static final UUID JOURNEY = UUID.randomUUID();
  private static final UUID REQUEST = UUID.randomUUID();
  private static final Answered PROMISED =
      new Answered(REQUEST, new ScheduleReceipt(REQUEST, Instant.EPOCH, false));
  private static final Answered SAID =
      new Answered(REQUEST, new ReplyReceipt("req:1/0", Standing.SENT, null, null));

  private static Recollection at(long revision, boolean complete) {
    return new Recollection(JOURNEY, 3, revision, complete);
  }

  private static Remembered given(Answered answer, long generation, long revision) {
    return new Remembered(answer, JOURNEY, generation, revision);
  }

  @Test
  void who_forgot_nothing_lacks_whatever_it_does_not_remember() {
    assertThat(at(7, true).lacks(given(PROMISED, 3, 7))).isTrue();
    assertThat(at(7, true).lacks(given(PROMISED, 2, 90))).isTrue();
  }

  @Test
  void who_forgot_lacks_only_what_came_later_than_its_own_step() {
    assertThat(at(7, false).lacks(given(PROMISED, 3, 7))).isFalse();
    assertThat(at(7, false).lacks(given(PROMISED, 3, 8))).isTrue();
    assertThat(at(7, false).lacks(given(PROMISED, 4, 0))).isTrue();
    assertThat(at(7, false).lacks(given(PROMISED, 2, 90))).isFalse();
  }

  @Test
  void another_journeys_answer_is_no_loss_and_neither_is_none() {
    var others = new Remembered(PROMISED, UUID.randomUUID(), 3, 8);
    assertThat(at(7, true).lacks(others)).isFalse();
    assertThat(at(7, true).lacks(new Remembered(null, null, 0, 0))).isFalse();
  }

  @Test
  void a_lost_promise_is_void_but_words_that_left_stay_said() {
    assertThat(at(7, true).voids(given(PROMISED, 3, 8))).isTrue();
    assertThat(at(7, true).voids(given(SAID, 3, 8))).isFalse();
    assertThat(at(7, false).voids(given(PROMISED, 3, 6))).isFalse();
  }
}
