package io.talaria.journey.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class PairPacePropertiesTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  /** Sends as early as the pace allows, with these pauses between. */
  private static List<Instant> sent(List<Integer> pauses) {
    var sent = new ArrayList<Instant>();
    Instant now = NOON;
    Instant paced = null;
    for (int seconds : pauses) {
      now = PairPace.freeAt(paced, now.plusSeconds(seconds));
      paced = PairPace.after(paced, now);
      sent.add(now);
    }
    return sent;
  }

  @Property(tries = 300)
  void no_stretch_of_time_has_more_than_the_burst_and_one_for_each_six_seconds(
      @ForAll @Size(min = 1, max = 200) List<@IntRange(max = 20) Integer> pauses) {
    List<Instant> sent = sent(pauses);
    for (int from = 0; from < sent.size(); from++) {
      for (int to = from; to < sent.size(); to++) {
        long evenly = Duration.between(sent.get(from), sent.get(to)).dividedBy(PairPace.EVERY);
        assertThat(to - from + 1L).isLessThanOrEqualTo(PairPace.BURST + evenly);
      }
    }
  }

  @Property(tries = 100)
  void who_keeps_the_even_pace_never_waits(
      @ForAll @Size(max = 200) List<@IntRange(min = 6, max = 60) Integer> pauses) {
    Instant asked = NOON;
    List<Instant> sent = sent(pauses);
    for (int i = 0; i < pauses.size(); i++) {
      asked = asked.plusSeconds(pauses.get(i));
      assertThat(sent.get(i)).isEqualTo(asked);
    }
  }

  @Property(tries = 50)
  void a_burst_of_45_goes_at_once_and_the_next_waits_six_seconds(
      @ForAll @IntRange(min = 46, max = 100) int messages) {
    List<Instant> sent = sent(java.util.Collections.nCopies(messages, 0));
    assertThat(sent.get(PairPace.BURST - 1)).isEqualTo(NOON);
    for (int i = PairPace.BURST; i < messages; i++) {
      assertThat(sent.get(i)).isEqualTo(sent.get(i - 1).plus(PairPace.EVERY));
    }
  }
}
