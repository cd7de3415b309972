package io.talaria.dev.bench.measure;

import java.util.List;

/** Everything that is measured, in the order of running: what disturbs others comes last. */
public final class Measures {
  public static final List<Measure> ALL =
      List.of(
          new Throughput(),
          new EventsPerMessage(),
          new CommitsPerMessage(),
          new WebhookAnswers(),
          new ListingMatching(),
          new ReplyLatency(),
          new ConsoleVisibility(),
          new Burst(),
          new Memory(),
          new OpenJourneys(),
          new SilentMonth(),
          new SilentJourneys());

  private Measures() {}
}
