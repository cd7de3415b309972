package io.talaria.console.plans;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.talaria.console.words.Moments;
import io.talaria.console.words.Words;
import io.talaria.journal.replan.PlanStanding;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One definition: its plans, who is on which, and the way to move them. */
class DefinitionPanel extends Section {
  private final Words words = Words.here();
  private final Moments moments = Moments.here();

  /**
   * @param plans of one definition, the newest first; at least one
   */
  DefinitionPanel(List<PlanStanding> plans, boolean lead) {
    addClassName("definition-panel");
    PlanStanding newest = plans.getFirst();
    long all = plans.stream().mapToLong(PlanStanding::open).sum();
    long older = all - newest.open();
    var name = new H2(newest.definition());
    name.addClassName("semi");
    var badge = new Span(words.say("plans.newest", "plan", newest.plan()));
    badge.addClassNames("badge", "open");
    var head = new Header(name, badge);
    head.addClassName("row-flex");
    add(head);
    var list = new UnorderedList();
    list.addClassName("plan-bars");
    plans.stream()
        .filter(plan -> plan.open() > 0 || plan == newest)
        .forEach(plan -> list.add(bar(plan, all)));
    add(list);
    long empty = plans.stream().filter(plan -> plan.open() == 0 && plan != newest).count();
    if (empty > 0) {
      add(quiet(words.say("plans.deserted", "n", empty)));
    }
    if (older > 0) {
      add(lead ? move(newest.definition(), older) : quiet(words.say("plans.lead", "n", older)));
    } else {
      add(quiet(words.say(all == 0 ? "plans.nobody" : "plans.all.newest")));
    }
  }

  private ListItem bar(PlanStanding plan, long all) {
    var name = new Span(words.say("plans.plan", "plan", plan.plan()));
    name.addClassName("semi");
    var filled = new Span();
    filled.getStyle().set("width", (all == 0 ? 0 : 100.0 * plan.open() / all) + "%");
    var track = new Span(filled);
    track.addClassName("track");
    track.getElement().setAttribute("aria-hidden", "true");
    var count = new Span(words.say("plans.open", "n", words.number(plan.open())));
    count.addClassName("n");
    String revised = plan.texts() == 0 ? "" : " · " + words.say("plans.texts", "n", plan.texts());
    var published =
        new Span(words.say("plans.published", "t", moments.near(plan.publishedAt())) + revised);
    published.addClassNames("xs", "quiet");
    published.setTitle(moments.exact(plan.publishedAt()));
    return new ListItem(name, track, count, published);
  }

  private Component move(String definition, long older) {
    var link =
        new Anchor(
            "definitions/move?definition=" + URLEncoder.encode(definition, StandardCharsets.UTF_8),
            words.say("plans.move.look", "n", words.number(older)));
    link.addClassName("act");
    return link;
  }

  private static Component quiet(String text) {
    var line = new Div(text);
    line.addClassNames("xs", "quiet");
    return line;
  }
}
