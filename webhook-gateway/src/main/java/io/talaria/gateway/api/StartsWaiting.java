package io.talaria.gateway.api;

import io.talaria.journal.planned.PlannedStart;
import io.talaria.journal.planned.PlannedStart.State;
import io.talaria.journal.reading.HeldNumbers;
import io.talaria.journal.reading.ReportedNumber;
import io.talaria.journal.reading.WaitingStarts;
import java.time.Instant;
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

  /** What the account's starts wait for at this moment; to be asked once for a whole list. */
  Reasons now(UUID accountId) {
    Set<String> reported =
        numbers.reportedOf(accountId).stream().map(ReportedNumber::id).collect(Collectors.toSet());
    return new Reasons(reported, starts.full(accountId).isPresent(), Instant.now());
  }

  /**
   * @param reported numbers that people blocked or reported
   * @param full whether WhatsApp's messaging limit leaves no room
   */
  record Reasons(Set<String> reported, boolean full, Instant now) {
    /** A stable code; empty for a start whose time hasn't come, or that is about to begin. */
    Optional<String> of(PlannedStart start) {
      if (start.state() != State.PLANNED || start.at().isAfter(now)) {
        return Optional.empty();
      }
      if (reported.contains(start.numberId())) {
        return Optional.of("reported_number");
      }
      return full ? Optional.of("messaging_limit") : Optional.empty();
    }
  }
}
