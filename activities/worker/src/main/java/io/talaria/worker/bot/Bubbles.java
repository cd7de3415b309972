package io.talaria.worker.bot;

import io.talaria.journal.definition.Limits;
import io.talaria.journal.definition.Localized;
import io.talaria.journal.definition.Step;
import io.talaria.journal.definition.Step.Ask;
import io.talaria.journal.definition.Step.OneOf;
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
    String said = text.in(language);
    if (!fits(said, Limits.BODY)) {
      flush();
    }
    pending = joined(said);
    return this;
  }

  Bubbles say(Step.Say step) {
    apart(step.afterArrival());
    marked |= step.reviewed();
    return say(step.text());
  }

  Bubbles ask(Ask ask) {
    apart(ask.afterArrival());
    marked |= ask.reviewed();
    String text = ask.text().in(language);
    boolean buttons = ask.answer() instanceof OneOf oneOf && oneOf.button() == null;
    if (!fits(text, buttons ? Limits.BUTTONS_BODY : Limits.BODY)) {
      flush();
    }
    done.add(question(ask, joined(text)));
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

  private Outbound question(Ask ask, String body) {
    if (!(ask.answer() instanceof OneOf oneOf)) {
      return new Outbound.Text(body);
    }
    List<Outbound.Choice> choices =
        oneOf.options().stream()
            .map(o -> new Outbound.Choice(ChoiceIds.of(ask.id(), o.id()), o.title().in(language)))
            .toList();
    Localized button = oneOf.button();
    return button == null
        ? new Outbound.Buttons(body, choices)
        : new Outbound.Choices(body, button.in(language), choices);
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
