package io.talaria.gateway.api;

import io.talaria.journal.planned.PlannedStart;
import io.talaria.journal.planned.PlannedStart.State;
import io.talaria.journal.reading.HeldNumbers;
import io.talaria.journal.reading.ReportedNumber;
import io.talaria.journal.reading.WaitingStarts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What keeps planned starts from beginning whose time has come. */
@Component
class StartsWaiting {
  private final HeldNumbers numbers;
  private final WaitingStarts starts;

  StartsWaiting(HeldNumbers numbers, WaitingStarts starts) {
    this.numbers = numbers;
    this.starts = starts;
  }

  /** What these starts of the account wait for at this moment. */
  Reasons of(UUID accountId, List<PlannedStart> some) {
    Instant now = Instant.now();
    if (some.stream().noneMatch(start -> isDue(start, now))) {
      return new Reasons(Set.of(), false, now);
    }
    Set<String> reported =
        numbers.reportedOf(accountId).stream().map(ReportedNumber::id).collect(Collectors.toSet());
    return new Reasons(reported, starts.full(accountId).isPresent(), now);
  }

  private static boolean isDue(PlannedStart start, Instant now) {
    return start.state() == State.PLANNED && !start.at().isAfter(now);
  }

  /**
   * @param reported numbers that people blocked or reported
   * @param full whether WhatsApp's messaging limit leaves no room
   */
  record Reasons(Set<String> reported, boolean full, Instant now) {
    /** A stable code; empty for a start whose time hasn't come, or that is about to begin. */
    Optional<String> of(PlannedStart start) {
      if (!isDue(start, now)) {
        return Optional.empty();
      }
      if (reported.contains(start.numberId())) {
        return Optional.of("reported_number");
      }
      return full ? Optional.of("messaging_limit") : Optional.empty();
    }
  }
}
