package io.talaria.console.plans;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.Notification.Position;
import com.vaadin.flow.component.select.Select;
import io.talaria.console.live.Background;
import io.talaria.console.login.SignedIn;
import io.talaria.console.words.Words;
import io.talaria.journal.replan.MoveJourneys.Became;
import io.talaria.journal.replan.MoveOrder;
import io.talaria.journal.replan.PlanStanding;
import io.talaria.journal.replan.PlanTarget;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The preview of a move: to which plan, what it means, which journeys; then what became of it. */
class MovePage extends Div {
  private final Words words = Words.here();
  private final MoveReader reader;
  private final Background background;
  private final SignedIn me;
  private final String definition;
  private final Select<PlanStanding> plan = new Select<>();
  private final Span looked = new Span();
  private final Div body = new Div();
  private final Span chosen = new Span();
  private final Button go;
  private final Footer foot = new Footer();
  private final Map<String, String> stages = new LinkedHashMap<>();
  private @Nullable Looked seen;
  private @Nullable JourneyRows rows;
  private @Nullable MoveRun run;
  private int asked;

  /** What a preview came to. */
  record Looked(PlanTarget target, MoveOrder order, Tally tally, MoveSentences sentences) {}

  /**
   * @param targets plans to which somebody can be moved, the newest first; at least one
   */
  MovePage(
      MoveReader reader,
      Background background,
      SignedIn me,
      String definition,
      List<PlanStanding> targets) {
    this.reader = reader;
    this.background = background;
    this.me = me;
    this.definition = definition;
    this.go = new Button("", click -> confirm());
    addClassName("move-page");
    plan.setItems(targets);
    plan.setItemLabelGenerator(one -> words.say("plans.to", "plan", one.plan()));
    plan.setValue(targets.getFirst());
    plan.setAriaLabel(words.say("plans.to.which"));
    plan.addValueChangeListener(
        change -> {
          stages.clear();
          look();
        });
    looked.addClassNames("xs", "quiet");
    looked.getElement().setAttribute("aria-live", "polite");
    var filters = new Div(plan, looked);
    filters.addClassName("filters");
    body.addClassName("scroll");
    go.addThemeVariants(ButtonVariant.AURA_PRIMARY);
    go.addClassName("main-action");
    chosen.addClassNames("sm", "quiet", "grow");
    foot.add(chosen, go);
    foot.addClassName("move-foot");
    add(filters, body, foot);
    addAttachListener(attached -> look());
  }

  /** Those that were told and wait are looked at once more; nothing where none is. */
  void lookAgain() {
    if (run != null) {
      run.lookAgain();
    }
  }

  /** Reads anew what the move would mean. */
  private void look() {
    UI ui = getUI().orElse(null);
    PlanStanding to = plan.getValue();
    if (ui == null || to == null) {
      return;
    }
    int question = ++asked;
    run = null;
    seen = null;
    looked.setText(words.say("plans.looking"));
    foot.setVisible(false);
    var order = new MoveOrder(definition, to.plan(), Map.copyOf(stages), me.name(), false);
    background.run(
        ui,
        () -> {
          PlanTarget target = reader.target(me, order);
          var tally = new Tally();
          var paced = new Paced();
          reader.look(
              target,
              order,
              line -> {
                tally.add(line);
                long sofar = tally.all();
                paced.run(
                    () ->
                        background.show(
                            ui,
                            () ->
                                looked.setText(
                                    words.say("plans.looked", "n", words.number(sofar)))));
              });
          return new Looked(target, order, tally, reader.sentences(target, tally.plans(), words));
        },
        found -> {
          // What was chosen meanwhile is on its way.
          if (question == asked) {
            show(found);
          }
        },
        failure -> failed());
  }

  private void show(Looked found) {
    seen = found;
    long movable = found.tally().of(Became.WOULD_MOVE);
    looked.setText(words.say("plans.looked", "n", words.number(found.tally().all())));
    body.removeAll();
    var stuck = new TreeSet<>(found.tally().stuck().keySet());
    stuck.addAll(stages.keySet());
    var choices =
        new StageChoices(
            stuck,
            stages,
            found.target().stages(),
            found.sentences()::olderStage,
            found.sentences()::newerStage,
            (stage, instead) -> {
              if (instead == null) {
                stages.remove(stage);
              } else {
                stages.put(stage, instead);
              }
              look();
            });
    rows = new JourneyRows(reader, background, found, this::count);
    body.add(new Sums(found.tally(), found.sentences()), choices, rows);
    foot.setVisible(movable > 0);
    count();
  }

  private void count() {
    if (rows != null) {
      long many = rows.chosen();
      go.setText(words.say("plans.move", "n", words.number(many)));
      go.setEnabled(many > 0);
      chosen.setText(words.say(many > 0 ? "plans.move.hint" : "plans.move.none"));
    }
  }

  private void confirm() {
    Looked found = seen;
    JourneyRows from = rows;
    if (found == null || from == null || from.chosen() == 0) {
      return;
    }
    var dialog = new ConfirmDialog();
    dialog.setHeader(
        words.say(
            "plans.move.ask", "n", words.number(from.chosen()), "plan", found.target().number()));
    dialog.setText(words.say("plans.move.what"));
    dialog.setCancelable(true);
    dialog.setCancelText(words.say("cancel"));
    dialog.setConfirmText(words.say("plans.move.do"));
    dialog.addConfirmListener(confirmed -> move(found, from));
    dialog.open();
  }

  private void move(Looked found, JourneyRows from) {
    // A second click of the same dialog finds nothing to move.
    if (seen != found || !me.lead()) {
      return;
    }
    seen = null;
    foot.setVisible(false);
    plan.setEnabled(false);
    looked.setText("");
    body.removeAll();
    run =
        new MoveRun(
            reader,
            background,
            me,
            found,
            () -> {
              plan.setEnabled(true);
              look();
            });
    body.add(run);
    run.begin(from.choice(), from.chosen());
  }

  private void failed() {
    looked.setText(words.say("plans.failed"));
    Notification.show(words.say("error.journal"), 7_000, Position.BOTTOM_START);
  }
}
