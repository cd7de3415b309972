package io.talaria.console.plans;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.Notification.Position;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import io.talaria.console.live.Background;
import io.talaria.console.live.LiveJournal;
import io.talaria.console.login.CurrentOperator;
import io.talaria.console.login.SignedIn;
import io.talaria.console.words.Words;
import io.talaria.journal.replan.PlanStanding;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Moves open journeys of one definition to a newer plan; for leads, who see first what it means.
 */
@Route("definitions/move")
@PermitAll
class MoveView extends Main implements BeforeEnterObserver, HasDynamicTitle {
  private final Words words = Words.here();
  private final MoveReader reader;
  private final Background background;
  private final LiveJournal journal;
  private final SignedIn me;
  private final H1 title = new H1();
  private final Div body = new Div();
  private String definition = "";
  private @Nullable MovePage page;
  private @Nullable Registration listening;

  MoveView(
      MoveReader reader, Background background, LiveJournal journal, CurrentOperator operator) {
    this.reader = reader;
    this.background = background;
    this.journal = journal;
    this.me = operator.get();
    addClassNames("work", "definitions", "move");
    title.addClassName("title");
    var back = new Anchor("definitions", words.say("plans.back"));
    var bar = new Header(back, title);
    bar.addClassName("bar");
    body.addClassName("move-body");
    add(bar, body);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    definition =
        event.getLocation().getQueryParameters().getSingleParameter("definition").orElse("");
    title.setText(words.say("plans.move.title", "definition", definition));
    if (isAttached()) {
      read(event.getUI());
    }
  }

  @Override
  public String getPageTitle() {
    return words.say("plans.move.title", "definition", definition) + " · Talaria";
  }

  @Override
  protected void onAttach(AttachEvent event) {
    UI ui = event.getUI();
    listening =
        journal.listenToTicks(
            () ->
                background.show(
                    ui,
                    () -> {
                      if (page != null) {
                        page.lookAgain();
                      }
                    }));
    read(ui);
  }

  private void read(UI ui) {
    page = null;
    if (me.lead()) {
      background.run(ui, () -> reader.plans(me, definition), this::show, failure -> failed());
    } else {
      instead("plans.only.lead", "plans.only.lead.next");
    }
  }

  @Override
  protected void onDetach(DetachEvent event) {
    if (listening != null) {
      listening.remove();
    }
  }

  private void show(List<PlanStanding> plans) {
    int oldest =
        plans.stream()
            .filter(plan -> plan.open() > 0)
            .mapToInt(PlanStanding::plan)
            .min()
            .orElse(Integer.MAX_VALUE);
    List<PlanStanding> targets = plans.stream().filter(plan -> plan.plan() > oldest).toList();
    if (plans.isEmpty()) {
      instead("plans.unknown", "plans.unknown.next");
    } else if (targets.isEmpty()) {
      instead("plans.none.older", "plans.none.older.next");
    } else {
      page = new MovePage(reader, background, me, definition, targets);
      body.removeAll();
      body.add(page);
    }
  }

  private void instead(String key, String next) {
    var heading = new H2(words.say(key));
    heading.addClassName("title");
    var text = new Paragraph(words.say(next));
    text.addClassName("quiet");
    Component what = new Div(heading, text);
    var empty = new Div(what);
    empty.addClassNames("first", "alone");
    body.removeAll();
    body.add(empty);
  }

  private void failed() {
    Notification.show(words.say("error.journal"), 7_000, Position.BOTTOM_START);
  }
}
