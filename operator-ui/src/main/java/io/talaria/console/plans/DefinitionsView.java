package io.talaria.console.plans;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.Notification.Position;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.talaria.console.live.Background;
import io.talaria.console.login.CurrentOperator;
import io.talaria.console.login.SignedIn;
import io.talaria.console.words.Words;
import io.talaria.journal.replan.PlanCensus;
import io.talaria.journal.replan.PlanStanding;
import jakarta.annotation.security.PermitAll;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** The published plans of each definition, and how many open journeys are on each. */
@Route("definitions")
@PermitAll
class DefinitionsView extends Main implements HasDynamicTitle {
  private final Words words = Words.here();
  private final PlanCensus census;
  private final Background background;
  private final SignedIn me;
  private final Div body = new Div();

  DefinitionsView(PlanCensus census, Background background, CurrentOperator operator) {
    this.census = census;
    this.background = background;
    this.me = operator.get();
    addClassNames("work", "definitions");
    var title = new H1(words.say("rail.definitions"));
    title.addClassName("title");
    var what = new Span(words.say("plans.what"));
    what.addClassNames("xs", "quiet");
    var bar = new Header(title, what);
    bar.addClassName("bar");
    body.addClassName("scroll");
    add(bar, body);
  }

  @Override
  public String getPageTitle() {
    return words.say("rail.definitions") + " · Talaria";
  }

  @Override
  protected void onAttach(AttachEvent event) {
    UI ui = event.getUI();
    background.run(
        ui,
        () -> census.read(me.accountId()),
        this::show,
        failure -> Notification.show(words.say("error.journal"), 7_000, Position.BOTTOM_START));
  }

  private void show(List<PlanStanding> standings) {
    body.removeAll();
    if (standings.isEmpty()) {
      var title = new H2(words.say("plans.empty"));
      title.addClassName("title");
      var next = new Paragraph(words.say("plans.empty.next"));
      next.addClassName("quiet");
      var page = new Div(new Div(title, next));
      page.addClassNames("first", "alone");
      body.add(page);
      return;
    }
    standings.stream()
        .collect(
            Collectors.groupingBy(
                PlanStanding::definition, LinkedHashMap::new, Collectors.toList()))
        .values()
        .forEach(plans -> body.add(new DefinitionPanel(plans, me.lead())));
  }
}
