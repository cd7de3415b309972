package io.talaria.console.starts;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import io.talaria.console.words.Moments;
import io.talaria.console.words.TwoClocks;
import io.talaria.console.words.Words;
import io.talaria.journal.planned.ListedStart;
import io.talaria.journal.planned.PlannedStart;
import io.talaria.journal.planned.PlannedStart.State;
import java.time.Instant;
import java.util.List;

/** One planned start: who, when by both clocks, by whom, how it stands, and what may be done. */
class StartItem extends ListItem {
  private final Words words = Words.here();
  private final Moments moments = Moments.here();
  private final StartSentences sentences = new StartSentences(moments);

  /** What a reader does with it. */
  interface Listener {
    void change(ListedStart listed);

    void cancel(ListedStart listed);
  }

  /**
   * @param due whether its time has come and it hasn't begun yet
   */
  record Shown(ListedStart listed, boolean due, TwoClocks clocks) {
    static Shown of(ListedStart listed, TwoClocks clocks) {
      PlannedStart start = listed.start();
      boolean due = start.state() == State.PLANNED && !start.at().isAfter(Instant.now());
      return new Shown(listed, due, clocks);
    }
  }

  StartItem(Shown shown, Listener listener) {
    ListedStart listed = shown.listed();
    PlannedStart start = listed.start();
    var what = new Div(head(shown));
    List<String> times = shown.clocks().say(start.at(), listed.zone());
    var when = new Div();
    when.addClassName("when");
    times.forEach(time -> when.add(new Span(time)));
    when.setTitle(moments.exact(start.at()));
    what.add(when);
    if (start.state() == State.VOID) {
      what.add(new Div(sentences.reason(start)));
    }
    what.add(facts(listed));
    add(what, acts(listed, listener));
  }

  private Div head(Shown shown) {
    PlannedStart start = shown.listed().start();
    var name = new Span(sentences.name(shown.listed()));
    name.addClassName("semi");
    String state = shown.due() ? "DUE" : start.state().name();
    var badge = new Span(words.say("starts.state." + state));
    badge.addClassNames(
        "badge",
        switch (start.state()) {
          case PLANNED -> shown.due() ? "closing" : "human";
          case STARTED -> "open";
          case CANCELLED -> "plain";
          case VOID -> "risk";
        });
    badge.setClassName("other", start.state() == State.PLANNED);
    var head = new Div(name, badge);
    head.addClassName("row-flex");
    if (shown.due()) {
      badge.setTitle(words.say("starts.due.why"));
    }
    return head;
  }

  private Div facts(ListedStart listed) {
    PlannedStart start = listed.start();
    var facts = new Div(new Span(start.definition()));
    facts.addClassName("facts");
    if (listed.name() != null && listed.phone() != null) {
      facts.add(new Span(listed.phone()));
    }
    facts.add(new Span(words.say("starts.number", "id", start.numberId())));
    var planned =
        new Span(
            words.say(
                "starts.by", "who", start.plannedBy(), "t", moments.near(listed.plannedAt())));
    planned.setTitle(moments.exact(listed.plannedAt()));
    facts.add(planned);
    Instant changed = start.changedAt();
    if (changed != null && start.changedBy() != null) {
      String key = start.state() == State.CANCELLED ? "starts.cancelled.by" : "starts.changed.by";
      facts.add(new Span(words.say(key, "who", start.changedBy(), "t", moments.near(changed))));
    }
    Instant settled = listed.settledAt();
    if (settled != null && start.state() != State.CANCELLED) {
      facts.add(new Span(words.say("starts.settled." + start.state(), "t", moments.near(settled))));
    }
    facts.add(new Span(words.say("starts.agreed", "what", listed.optIn())));
    return facts;
  }

  private Div acts(ListedStart listed, Listener listener) {
    var acts = new Div();
    acts.addClassName("acts");
    PlannedStart start = listed.start();
    String name = sentences.name(listed);
    if (start.state() == State.PLANNED) {
      var change = new Button(words.say("starts.change"), click -> listener.change(listed));
      change.setAriaLabel(words.say("starts.change.of", "name", name));
      var cancel = new Button(words.say("starts.cancel"), click -> listener.cancel(listed));
      cancel.setAriaLabel(words.say("starts.cancel.of", "name", name));
      acts.add(change, cancel);
    } else if (start.journeyId() != null) {
      acts.add(new Anchor("inbox/" + start.candidateId(), words.say("starts.conversation")));
    }
    return acts;
  }
}
