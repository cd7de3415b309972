package io.talaria.console.quarantine;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import io.talaria.console.words.Moments;
import io.talaria.console.words.Words;
import io.talaria.journal.reading.Quarantined;
import java.util.UUID;
import java.util.function.Consumer;

/** One thing in quarantine: why, since when, what was tried, the raw delivery folded. */
class ShelfItem extends ListItem {
  private final Words words = Words.here();
  private final Moments moments = Moments.here();

  /** What a reader does with it. */
  interface Listener {
    void retry(UUID id);

    void discard(UUID id);

    void body(UUID id, Consumer<String> show);
  }

  ShelfItem(Quarantined item, Listener listener) {
    var what = new Div(reason(item), new Div(item.detail()), facts(item));
    what.getElement().appendChild(raw(item, listener));
    add(what);
    if (item.open()) {
      var retry = new Button(words.say("quarantine.retry"), click -> listener.retry(item.id()));
      retry.setEnabled(item.retriedAt() == null);
      var discard =
          new Button(words.say("quarantine.discard"), click -> listener.discard(item.id()));
      var acts = new Div(retry, discard);
      acts.addClassName("acts");
      add(acts);
    }
  }

  private Div reason(Quarantined item) {
    var name = new Span(words.sayOr("reason." + item.reason(), item.reason()));
    name.addClassName("semi");
    var row = new Div(name);
    row.addClassName("row-flex");
    if (item.settledAs() != null && item.settledAt() != null) {
      var badge =
          new Span(words.say("quarantine." + item.settledAs(), "t", moments.at(item.settledAt())));
      badge.addClassNames("badge", "RECOVERED".equals(item.settledAs()) ? "open" : "plain");
      row.add(badge);
    }
    return row;
  }

  private Div facts(Quarantined item) {
    var arrived = new Span(words.say("quarantine.arrived", "t", moments.near(item.createdAt())));
    arrived.setTitle(moments.exact(item.createdAt()));
    var facts = new Div(arrived, new Span(words.say("quarantine.attempts", "n", item.attempts())));
    if (!item.item().isEmpty()) {
      facts.add(new Span(words.say("quarantine.item", "p", item.item())));
    }
    if (item.open() && item.retriedAt() != null) {
      facts.add(new Span(words.say("quarantine.retried", "t", moments.second(item.retriedAt()))));
    }
    facts.addClassName("facts");
    return facts;
  }

  /** Read from the journal when it is unfolded, not before. */
  private Element raw(Quarantined item, Listener listener) {
    Element pre = new Element("pre").setAttribute("tabindex", "0");
    Element details =
        new Element("details")
            .appendChild(new Element("summary").setText(words.say("quarantine.body")), pre);
    details.addEventListener(
        "toggle", event -> listener.body(item.id(), text -> pre.setText(text)));
    return details;
  }
}
