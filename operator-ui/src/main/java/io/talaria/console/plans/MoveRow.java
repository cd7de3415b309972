package io.talaria.console.plans;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import io.talaria.console.words.Names;
import io.talaria.console.words.Words;
import io.talaria.journal.replan.MoveJourneys.Became;
import io.talaria.journal.replan.MoveJourneys.Line;
import io.talaria.journal.replan.Mover;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One journey: who, where it stands, and what the move means for it. */
class MoveRow extends ListItem {
  private final Words words = Words.here();
  private final @Nullable Checkbox box;

  /** What was read of it. */
  record Shown(Line line, @Nullable String name) {}

  /**
   * @param chosen told when the reader chooses it or not; null where there is nothing to choose
   */
  MoveRow(Shown shown, MoveSentences sentences, boolean on, @Nullable Consumer<Boolean> chosen) {
    Mover journey = shown.line().journey();
    String name = Names.of(shown.name(), journey.candidateId(), words);
    var who = new Anchor("inbox/" + journey.candidateId(), name);
    who.addClassName("semi");
    var plan = new Span(words.say("plans.plan", "plan", journey.plan()));
    plan.addClassNames("badge", "plain");
    var head = new Div(who, plan);
    head.addClassName("row-flex");
    var standing = new Div(sentences.standing(journey));
    standing.addClassNames("xs", "quiet");
    Became became = shown.line().became();
    var said = new Div(sentences.said(shown.line()));
    said.addClassName("sm");
    said.setClassName("t-risk", became == Became.STAYS || became == Became.NO_RUN);
    said.setClassName("t-failed", became == Became.TEMPORAL_AWAY);
    box = chosen == null ? null : new Checkbox();
    if (box != null && chosen != null) {
      boolean may = became == Became.WOULD_MOVE;
      box.setValue(may && on);
      box.setEnabled(may);
      box.setAriaLabel(words.say("plans.choose", "name", name));
      box.addValueChangeListener(
          change -> {
            if (change.isFromClient()) {
              chosen.accept(change.getValue());
            }
          });
      add(box);
    }
    add(new Div(head, standing, said));
  }

  /** Shows it as chosen or not, where it can be. */
  void choose(boolean on) {
    if (box != null && box.isEnabled()) {
      box.setValue(on);
    }
  }
}
