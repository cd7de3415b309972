package io.talaria.console.inbox;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.talaria.console.words.Words;
import io.talaria.journal.reading.Conversation;
import io.talaria.journal.reading.Conversation.Entry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The words and what happened between them. On a change only the entries that are different are
 * drawn anew, so that a reader's selection and a screen reader's place stay.
 */
class Transcript extends Div {
  private final List<Drawn> drawn = new ArrayList<>();
  private final Runnable earlier;
  private final Component end;
  private @Nullable UUID candidate;

  private record Drawn(Object content, Component component) {}

  /**
   * @param end what stands behind the last entry, whatever the entries are
   */
  Transcript(Runnable earlier, Component end) {
    this.earlier = earlier;
    this.end = end;
    add(end);
    addClassName("talk");
    getElement().setAttribute("role", "log").setAttribute("aria-live", "polite");
    getElement().setAttribute("aria-label", Words.here().say("conversation"));
    getElement().setAttribute("tabindex", "0");
  }

  /** Draws the conversation; another one begins at its end. */
  void show(Conversation conversation, EntryDrawing drawing) {
    List<Drawn> wanted = wanted(conversation, drawing);
    for (int i = 0; i < wanted.size(); i++) {
      if (i >= drawn.size()) {
        addComponentAtIndex(indexOf(end), wanted.get(i).component());
        drawn.add(wanted.get(i));
      } else if (!drawn.get(i).content().equals(wanted.get(i).content())) {
        replace(drawn.get(i).component(), wanted.get(i).component());
        drawn.set(i, wanted.get(i));
      }
    }
    while (drawn.size() > wanted.size()) {
      remove(drawn.removeLast().component());
    }
    UUID now = conversation.head().candidateId();
    if (!now.equals(candidate)) {
      candidate = now;
      getElement().executeJs("Talaria.stick(this)");
    }
  }

  private List<Drawn> wanted(Conversation conversation, EntryDrawing drawing) {
    var wanted = new ArrayList<Drawn>();
    if (conversation.more()) {
      wanted.add(new Drawn("earlier", drawing.earlier(earlier)));
    }
    LocalDate day = null;
    for (Entry entry : conversation.entries()) {
      LocalDate date = drawing.moments().date(entry.at());
      if (!date.equals(day)) {
        day = date;
        var rule = new Div(new Span(drawing.moments().day(entry.at())));
        rule.addClassName("rule");
        wanted.add(new Drawn(date, rule));
      }
      Component component = drawing.draw(entry);
      if (component != null) {
        wanted.add(new Drawn(new Seen(entry, drawing.state(entry)), component));
      }
    }
    return wanted;
  }

  /** An entry and what else its drawing depends on. */
  private record Seen(Entry entry, Object state) {
    Seen {
      Objects.requireNonNull(entry);
    }
  }
}
