package io.talaria.console.plans;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.Notification.Position;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.talaria.console.live.Background;
import io.talaria.console.login.SignedIn;
import io.talaria.console.plans.MovePage.Looked;
import io.talaria.console.plans.MoveRow.Shown;
import io.talaria.console.words.Words;
import io.talaria.journal.replan.MoveJourneys.Became;
import io.talaria.journal.replan.MoveJourneys.Line;
import io.talaria.journal.replan.MoveOrder;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** A move under way, and what became of it. It goes on when the page is left. */
class MoveRun extends Div {
  /** So many that have not moved are shown one by one. */
  private static final int MOST = 200;

  private final Words words = Words.here();
  private final MoveReader reader;
  private final Background background;
  private final SignedIn me;
  private final Looked found;
  private final MoveOrder order;
  private final Runnable anew;
  private final H2 headline = new H2();
  private final ProgressBar bar = new ProgressBar(0, 1, 0);
  private final Div result = new Div();
  private final AtomicBoolean looking = new AtomicBoolean();
  private List<Line> lines = List.of();

  /**
   * @param anew shows the preview again
   */
  MoveRun(MoveReader reader, Background background, SignedIn me, Looked found, Runnable anew) {
    this.reader = reader;
    this.background = background;
    this.me = me;
    this.found = found;
    this.anew = anew;
    MoveOrder seen = found.order();
    this.order = new MoveOrder(seen.definition(), seen.to(), seen.stages(), me.name(), true);
    addClassName("move-run");
    headline.addClassName("semi");
    getElement().setAttribute("aria-live", "polite");
    bar.getElement().setAttribute("aria-label", words.say("plans.progress"));
    add(headline, bar, result);
  }

  /**
   * Tells the chosen journeys.
   *
   * @param many how many of them can move
   */
  void begin(Choice choice, long many) {
    UI ui = UI.getCurrent();
    progress(0, many);
    var told = new AtomicLong();
    var paced = new Paced();
    background.run(
        ui,
        () ->
            reader.move(
                found.target(),
                order,
                choice::has,
                line -> {
                  if (line.journey().prospect().moves()) {
                    long sofar = told.incrementAndGet();
                    paced.run(() -> background.show(ui, () -> progress(sofar, many)));
                  }
                }),
        this::ended,
        failure -> {
          bar.setVisible(false);
          headline.setText(words.say("plans.run.failed"));
          result.removeAll();
          result.add(new Button(words.say("plans.anew"), click -> anew.run()));
        });
  }

  /** How those stand now that were told and had not moved. */
  void lookAgain() {
    UI ui = getUI().orElse(null);
    boolean waiting = lines.stream().anyMatch(line -> line.became() == Became.MOVES_LATER);
    if (ui == null || !waiting || !looking.compareAndSet(false, true)) {
      return;
    }
    List<Line> before = lines;
    background.run(
        ui,
        () -> {
          try {
            return reader.again(before, found.target(), order);
          } finally {
            // Also when the page was left meanwhile, and nobody is told.
            looking.set(false);
          }
        },
        now -> {
          if (!now.equals(lines)) {
            ended(now);
          }
        },
        failure -> {
          // The next tick looks again.
        });
  }

  private void progress(long sofar, long many) {
    headline.setText(
        words.say("plans.progress.of", "n", words.number(sofar), "of", words.number(many)));
    bar.setValue(many == 0 ? 1 : Math.min(1.0, (double) sofar / many));
  }

  private void ended(List<Line> now) {
    lines = now;
    bar.setVisible(false);
    var tally = new Tally();
    now.forEach(tally::add);
    headline.setText(
        words.say(
            "plans.ended",
            "n",
            words.number(tally.of(Became.MOVED)),
            "plan",
            found.target().number()));
    UI ui = UI.getCurrent();
    background.run(
        ui,
        () -> reader.left(me.accountId(), now, MOST),
        left -> draw(tally, left),
        failure -> Notification.show(words.say("error.journal"), 7_000, Position.BOTTOM_START));
  }

  private void draw(Tally tally, List<Shown> left) {
    result.removeAll();
    result.add(new Sums(tally, found.sentences()));
    var acts = new Div();
    acts.addClassName("acts");
    if (tally.of(Became.MOVES_LATER) > 0) {
      acts.add(new Button(words.say("plans.again"), click -> lookAgain()));
    }
    acts.add(new Button(words.say("plans.anew"), click -> anew.run()));
    result.add(acts);
    if (!left.isEmpty()) {
      var list = new UnorderedList();
      list.addClassNames("shelf", "move-rows");
      left.forEach(shown -> list.add(new MoveRow(shown, found.sentences(), false, null)));
      result.add(list);
    }
    long untold = tally.all() - tally.of(Became.MOVED) - left.size();
    if (untold > 0) {
      var rest = new Div(words.say("plans.rest", "n", words.number(untold)));
      rest.addClassNames("xs", "quiet");
      result.add(rest);
    }
  }
}
