package io.talaria.worker.bot;

import io.talaria.journal.definition.Limits;
import io.talaria.journal.definition.Localized;
import io.talaria.journal.definition.Step;
import io.talaria.journal.definition.Step.Ask;
import io.talaria.port.Outbound;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what is said in one turn into as few bubbles as fit: each is paid for, and two may arrive
 * in the wrong order.
 */
final class Bubbles {
  private final String language;
  private final List<Outbound> done = new ArrayList<>();
  private final List<Integer> waiting = new ArrayList<>();
  private String pending = "";
  private boolean marked;

  Bubbles(String language) {
    this.language = language;
  }

  Bubbles say(Localized text) {
    return say(text.in(language));
  }

  Bubbles say(Step.Say step) {
    apart(step.afterArrival());
    marked |= step.reviewed();
    return say(step.text());
  }

  /** Says something that was filled in already. */
  Bubbles say(String said) {
    if (!fits(said, Limits.BODY)) {
      flush();
    }
    pending = joined(said);
    return this;
  }

  Bubbles ask(Prompt prompt, Ask ask) {
    apart(ask.afterArrival());
    marked |= ask.reviewed();
    if (!fits(prompt.text(), prompt.limit())) {
      flush();
    }
    done.add(prompt.bubble(joined(prompt.text())));
    pending = "";
    return this;
  }

  /**
   * What waits for an arrival is a bubble of its own; the first of a reply has none to wait for.
   */
  private void apart(boolean afterArrival) {
    if (afterArrival) {
      flush();
      if (!done.isEmpty()) {
        waiting.add(done.size());
      }
    }
  }

  /** Positions of bubbles that go only after the one before has arrived; null for none. */
  @Nullable List<Integer> afterArrival() {
    return waiting.isEmpty() ? null : List.copyOf(waiting);
  }

  /** Whether a step that is marked for review is in it. */
  boolean marked() {
    return marked;
  }

  List<Outbound> all() {
    flush();
    return List.copyOf(done);
  }

  private boolean fits(String text, int limit) {
    return joined(text).length() <= limit;
  }

  private String joined(String text) {
    return pending.isEmpty() ? text : pending + "\n\n" + text;
  }

  private void flush() {
    if (!pending.isEmpty()) {
      done.add(new Outbound.Text(pending));
      pending = "";
    }
  }
}
