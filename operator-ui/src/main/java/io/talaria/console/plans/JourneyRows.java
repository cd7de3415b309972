package io.talaria.console.plans;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.Notification.Position;
import com.vaadin.flow.component.select.Select;
import io.talaria.console.live.Background;
import io.talaria.console.plans.MovePage.Looked;
import io.talaria.console.plans.MoveRow.Shown;
import io.talaria.console.words.Words;
import io.talaria.journal.replan.MoveJourneys.Became;
import io.talaria.journal.replan.MoveJourneys.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/** The journeys of a preview, page by page, to choose among those that can move. */
class JourneyRows extends Div {
  private static final int PAGE = 50;

  private final Words words = Words.here();
  private final MoveReader reader;
  private final Background background;
  private final Looked found;
  private final Runnable changed;
  private final Choice choice = new Choice();
  private final Checkbox all = new Checkbox(words.say("plans.choose.all"));
  private final Select<Kind> kind = new Select<>();
  private final UnorderedList list = new UnorderedList();
  private final Button more;
  private final List<MoveRow> drawn = new ArrayList<>();
  private final List<UUID> ids = new ArrayList<>();
  private int asked;

  /** Which rows are shown. */
  enum Kind {
    ALL(line -> true),
    MOVE(line -> line.became() == Became.WOULD_MOVE),
    STAY(line -> line.became() != Became.WOULD_MOVE);

    private final Predicate<Line> wanted;

    Kind(Predicate<Line> wanted) {
      this.wanted = wanted;
    }
  }

  /**
   * @param changed told when another number of journeys is chosen
   */
  JourneyRows(MoveReader reader, Background background, Looked found, Runnable changed) {
    this.reader = reader;
    this.background = background;
    this.found = found;
    this.changed = changed;
    this.more = new Button(words.say("starts.more"), click -> read());
    addClassName("journey-rows");
    all.setValue(true);
    all.setEnabled(found.tally().of(Became.WOULD_MOVE) > 0);
    all.addValueChangeListener(
        change -> {
          if (change.isFromClient()) {
            choice.all(change.getValue());
            drawn.forEach(row -> row.choose(change.getValue()));
            tell();
          }
        });
    kind.setItems(Kind.values());
    kind.setValue(Kind.ALL);
    kind.setItemLabelGenerator(one -> words.say("plans.rows." + one));
    kind.setAriaLabel(words.say("plans.rows"));
    kind.addValueChangeListener(
        change -> {
          list.removeAll();
          drawn.clear();
          ids.clear();
          read();
        });
    var head = new Div(all, kind);
    head.addClassName("rows-head");
    list.addClassNames("shelf", "move-rows");
    more.setVisible(false);
    add(head, list, more);
    addAttachListener(attached -> read());
  }

  /** How many are chosen. */
  long chosen() {
    return choice.count(found.tally().of(Became.WOULD_MOVE));
  }

  /** Which ones, as it is now. */
  Choice choice() {
    return choice.copy();
  }

  private void read() {
    UI ui = getUI().orElse(null);
    if (ui == null) {
      return;
    }
    int question = ++asked;
    UUID after = ids.isEmpty() ? null : ids.getLast();
    Predicate<Line> wanted = kind.getValue().wanted;
    background.run(
        ui,
        () -> reader.rows(found.target(), found.order(), wanted, after, PAGE + 1),
        page -> {
          if (question == asked) {
            show(page);
          }
        },
        failure -> Notification.show(words.say("error.journal"), 7_000, Position.BOTTOM_START));
  }

  private void show(List<Shown> page) {
    page.stream().limit(PAGE).forEach(this::draw);
    more.setVisible(page.size() > PAGE);
  }

  private void draw(Shown shown) {
    UUID id = shown.line().journey().journeyId();
    var row =
        new MoveRow(
            shown,
            found.sentences(),
            choice.has(id),
            on -> {
              choice.set(id, on);
              tell();
            });
    ids.add(id);
    drawn.add(row);
    list.add(row);
  }

  private void tell() {
    long movable = found.tally().of(Became.WOULD_MOVE);
    all.setValue(chosen() == movable);
    all.setIndeterminate(chosen() > 0 && chosen() < movable);
    changed.run();
  }
}
