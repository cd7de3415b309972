package io.talaria.dev.storm.check;

import java.util.List;

/** Something that must hold after a storm. */
public interface Check {
  /** Every check there is, in the order in which reports list them. */
  List<Check> ALL =
      List.of(
          new InboundOnce(),
          new AnsweredOnce(),
          new SentOnce(),
          new RequestOnce(),
          new BotSilentWhileHeld(),
          new OneHolder(),
          new OrderKept(),
          new ArrivalAwaited(),
          new StatusesForward(),
          new TimersOnce(),
          new NothingStuck(),
          new RunAgrees(),
          new JournalIsFold());

  /** What holds, as a sentence without a subject: the check's name in reports. */
  String name();

  /** Where it doesn't hold. */
  List<Violation> violations(Evidence evidence);

  /** Everything that doesn't hold. */
  static List<Violation> all(Evidence evidence) {
    return ALL.stream().flatMap(check -> check.violations(evidence).stream()).toList();
  }
}
