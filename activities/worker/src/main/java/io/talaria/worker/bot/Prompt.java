package io.talaria.worker.bot;

import io.talaria.journal.definition.Limits;
import io.talaria.port.Kept;
import io.talaria.port.Outbound;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How something is asked.
 *
 * @param choices to be tapped; none for a plain text
 * @param button opens the list of choices; null for buttons, and for a plain text
 * @param listings those among the choices, with their grounds
 */
record Prompt(
    String text,
    List<Outbound.Choice> choices,
    @Nullable String button,
    List<Kept.Listed> listings) {

  /** Without listings. */
  Prompt(String text, List<Outbound.Choice> choices, @Nullable String button) {
    this(text, choices, button, List.of());
  }

  static Prompt plain(String text) {
    return new Prompt(text, List.of(), null);
  }

  static Prompt buttons(String text, Outbound.Choice... choices) {
    return new Prompt(text, List.of(choices), null);
  }

  /** How long the body may be, in UTF-16 units. */
  int limit() {
    return !choices.isEmpty() && button == null ? Limits.BUTTONS_BODY : Limits.BODY;
  }

  /** As a bubble with this body. */
  Outbound bubble(String body) {
    if (choices.isEmpty()) {
      return new Outbound.Text(body);
    }
    return button == null
        ? new Outbound.Buttons(body, choices)
        : new Outbound.Choices(body, button, choices);
  }
}
