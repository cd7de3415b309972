package io.talaria.console.starts;

import io.talaria.console.login.SignedIn;
import io.talaria.journal.reading.FullLimit;
import io.talaria.journal.reading.HeldNumbers;
import io.talaria.journal.reading.ReportedNumber;
import io.talaria.journal.reading.WaitingStarts;
import io.talaria.journal.send.SpamHolds;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What keeps conversations from beginning whose time has come. */
@Component
class Waiting {
  private static final Logger log = LoggerFactory.getLogger(Waiting.class);

  private final WaitingStarts starts;
  private final HeldNumbers held;
  private final SpamHolds holds;

  Waiting(WaitingStarts starts, HeldNumbers held, SpamHolds holds) {
    this.starts = starts;
    this.held = held;
    this.holds = holds;
  }

  Optional<FullLimit> full(SignedIn me) {
    return starts.full(me.accountId());
  }

  List<ReportedNumber> reported(SignedIn me) {
    return held.reportedOf(me.accountId());
  }

  /**
   * Lets them go on in this person's name.
   *
   * @return false, and nothing done, where somebody did, the time was over, or the number was
   *     reported anew
   */
  boolean goOn(SignedIn me, ReportedNumber number) {
    boolean held = holds.goOn(me.accountId(), number.id(), number.since(), me.name());
    if (held) {
      log.info("Operator {} lets number {} go on, which was reported", me.id(), number.id());
    }
    return held;
  }
}
