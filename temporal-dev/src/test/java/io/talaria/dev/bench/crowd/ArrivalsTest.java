package io.talaria.dev.bench.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArrivalsTest {
  @Test
  void as_many_come_as_the_rate_says_at_moments_that_nobody_foresees() {
    // given ten minutes at 40/s
    Arrivals arrivals = new Arrivals(40, Duration.ofMinutes(10), 1);

    // when
    List<Duration> due = new ArrayList<>();
    arrivals.forEachRemaining(due::add);

    // then 24,000 are expected, with a standard deviation of 155
    assertThat(due.size()).isBetween(23_400, 24_600);
    assertThat(due).isSorted().allMatch(at -> at.compareTo(Duration.ofMinutes(10)) < 0);
    // of exponential gaps 63 % are shorter than the mean one; of even gaps none would be
    long shorter = 0;
    for (int i = 1; i < due.size(); i++) {
      if (due.get(i).minus(due.get(i - 1)).toNanos() < 25_000_000) {
        shorter++;
      }
    }
    assertThat(shorter / (double) due.size()).isBetween(0.61, 0.65);
  }

  @Test
  void the_same_seed_gives_the_same_plan() {
    List<Duration> one = new ArrayList<>();
    List<Duration> other = new ArrayList<>();
    new Arrivals(10, Duration.ofSeconds(5), 7).forEachRemaining(one::add);
    new Arrivals(10, Duration.ofSeconds(5), 7).forEachRemaining(other::add);

    assertThat(one).isEqualTo(other).isNotEmpty();
  }
}
