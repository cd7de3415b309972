package io.talaria.console.plans;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.talaria.console.words.Words;
import io.talaria.journal.replan.MoveJourneys.Became;

/** How many journeys have which fate. */
class Sums extends UnorderedList {
  Sums(Tally tally, MoveSentences sentences) {
    Words words = Words.here();
    addClassName("sums");
    for (Tally.Counted kind : tally.kinds()) {
      var count = new Span(words.number(kind.count()));
      count.addClassName("n");
      var item = new ListItem(count, new Span(sentences.said(kind.example())));
      Became became = kind.example().became();
      item.setClassName("t-risk", became == Became.STAYS || became == Became.NO_RUN);
      item.setClassName("t-failed", became == Became.TEMPORAL_AWAY);
      add(item);
    }
  }
}
