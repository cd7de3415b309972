package io.talaria.dev.bench.bare;

import io.temporal.activity.ActivityInterface;

/** What a message is answered with; none of them does anything outside. */
@ActivityInterface
public interface BareSteps {
  String decide(String id);

  String send(String id);

  /** The last one: the message counts as answered. */
  void note(String id);
}
