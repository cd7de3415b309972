package io.talaria.worker.bot;

import io.talaria.journal.definition.Limits;
import io.talaria.journal.definition.Localized;
import io.talaria.journal.definition.Step.Ask;
import io.talaria.journal.definition.Step.OneOf;
import io.talaria.port.Outbound;
import java.util.ArrayList;
import java.util.List;

/**
 * Gathers what is said in one turn into as few bubbles as fit: each is paid for, and two may arrive
 * in the wrong order.
 */
final class Bubbles {
  private final String language;
  private final List<Outbound> done = new ArrayList<>();
  private String pending = "";

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

  Bubbles ask(Ask ask) {
    String text = ask.text().in(language);
    boolean buttons = ask.answer() instanceof OneOf oneOf && oneOf.button() == null;
    if (!fits(text, buttons ? Limits.BUTTONS_BODY : Limits.BODY)) {
      flush();
    }
    done.add(question(ask, joined(text)));
    pending = "";
    return this;
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
