package io.talaria.console.inbox;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import io.talaria.console.ConsoleSettings;
import io.talaria.console.shell.Icon;
import io.talaria.console.words.Initials;
import io.talaria.console.words.Moments;
import io.talaria.console.words.Words;
import io.talaria.journal.reading.Card.Factor;
import io.talaria.journal.reading.Conversation.Head;
import io.talaria.journal.reading.Conversation.Sent;
import io.talaria.journey.JourneyIds;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The right pane: who it is, how likely to be lost, how far, what is known, why the bot spoke. */
class CardPane extends Aside {
  private static final double FULL_BAR = 0.5;

  private final Words words = Words.here();
  private final Moments moments = Moments.here();
  private final ConsoleSettings settings;

  CardPane(ConsoleSettings settings) {
    this.settings = settings;
    addClassNames("pane", "card");
    getElement().setAttribute("aria-label", words.say("card"));
  }

  /** Draws the candidate; nothing when none is open. */
  void show(@Nullable Opened opened, @Nullable Sent asked) {
    removeAll();
    if (opened == null) {
      return;
    }
    Sent decided = asked == null ? opened.lastDecision() : asked;
    var body = new Div(risk(opened), new StepList(opened, moments).section(), facts(opened));
    body.addClassNames("scroll", "card-body");
    if (!opened.card().answers().isEmpty()) {
      body.add(answers(opened));
    }
    if (decided != null) {
      body.add(new DecisionNote(moments).section(decided));
    }
    body.add(links(opened.head()));
    add(head(opened.head()), body);
  }

  private Component head(Head head) {
    var ring = new Span();
    ring.addClassNames("av", "l");
    var face = new Span(Initials.of(head.name()));
    var circle = new Span();
    circle.getStyle().set("display", "contents");
    circle.addClassName("ico");
    circle
        .getElement()
        .setProperty("innerHTML", Window.of(head.windowUntil(), Instant.now()).svg());
    ring.add(circle, face);
    var name = new Div(Names.of(head.name(), head.candidateId(), words));
    name.addClassNames("title", "ell");
    var phone = new Div(head.phone() == null ? words.say("card.noPhone") : head.phone());
    phone.addClassNames("xs", "quiet");
    var who = new Div(name, phone);
    who.addClassName("grow");
    var row = new Div(ring, who);
    row.addClassName("card-head");
    return row;
  }

  private Component risk(Opened opened) {
    double risk = opened.card().risk();
    String level = risk >= 0.7 ? "high" : risk >= 0.35 ? "medium" : "low";
    var badge = new Span(String.format(Locale.ROOT, "%.2f ", risk) + words.say("risk." + level));
    badge.addClassNames("badge", risk >= 0.35 ? "risk" : "plain");
    Element section = Sections.open(words.say("card.risk"), badge, "");
    for (Factor factor : opened.card().factors()) {
      section.appendChild(factor(factor).getElement());
    }
    if (opened.card().factors().isEmpty()) {
      var none = new Span(words.say("risk.none"));
      none.addClassNames("xs", "quiet");
      section.appendChild(none.getElement());
    }
    return Sections.wrap(section);
  }

  private Component factor(Factor factor) {
    var name = new Span(words.sayOr("factor." + factor.factor(), factor.factor()));
    name.addClassName("ell");
    boolean good = factor.weight() < 0;
    var bar = new Span();
    bar.addClassName("b");
    bar.getElement()
        .appendChild(
            new Element("i")
                .setAttribute("class", good ? "good" : "")
                .setAttribute(
                    "style",
                    "width:"
                        + Math.min(100, Math.round(Math.abs(factor.weight()) / FULL_BAR * 100))
                        + "%"));
    var value =
        new Span(String.format(Locale.ROOT, good ? "−%.2f" : "+%.2f", Math.abs(factor.weight())));
    value.addClassNames("v", good ? "t-open" : "t-risk");
    var row = new Div(name, bar, value);
    row.addClassName("factor");
    return row;
  }

  private Component facts(Opened opened) {
    Head head = opened.head();
    var list = new DescriptionList();
    list.addClassName("kv");
    fact(list, "card.owner", head.holder() == null ? words.say("card.bot") : head.holder().name());
    fact(list, "card.status", words.say("status." + head.status()));
    fact(
        list,
        "card.language",
        Locale.forLanguageTag(head.language()).getDisplayLanguage(words.locale()));
    fact(list, "card.started", moments.near(head.startedAt()));
    if (head.endedAt() != null) {
      fact(list, "card.ended", moments.near(head.endedAt()));
    }
    fact(list, "card.cost", opened.prices().soFar(words));
    if (head.needsHuman() != null) {
      fact(
          list,
          "tab.NEEDS_HUMAN",
          words.sayOr(
              "needs." + head.needsHuman(),
              opened.texts().question(head.needsHuman(), words.locale())));
    }
    Element section = Sections.open(words.say("card.facts"), null, "");
    section.appendChild(list.getElement());
    return Sections.wrap(section);
  }

  private Component answers(Opened opened) {
    var list = new DescriptionList();
    list.addClassName("kv");
    for (Map.Entry<String, String> answer : opened.card().answers().entrySet()) {
      list.add(
          new Term(opened.texts().question(answer.getKey(), words.locale())),
          new Description(
              opened.texts().answer(answer.getKey(), answer.getValue(), words.locale())));
    }
    Element section = Sections.open(words.say("card.answers"), null, "");
    section.appendChild(list.getElement());
    return Sections.wrap(section);
  }

  private void fact(DescriptionList list, String key, String value) {
    list.add(new Term(words.say(key)), new Description(value));
  }

  private Component links(Head head) {
    var links = new Div();
    links.addClassNames("sec", "links");
    if (settings.temporalUiUrl() != null) {
      var workflow =
          new Anchor(
              settings.temporalUiUrl().toString().replaceAll("/+$", "")
                  + "/namespaces/"
                  + settings.temporalNamespace()
                  + "/workflows/"
                  + JourneyIds.workflowId(head.candidateId()));
      workflow.add(new Span(words.say("card.workflow")), Icon.of("ext", "xs"));
      workflow.setTarget("_blank");
      workflow.getElement().setAttribute("rel", "noopener");
      links.add(workflow);
    }
    return links;
  }

  /** How long something took or takes. */
  static String took(Moments moments, Instant from, @Nullable Instant to) {
    return moments.span(Duration.between(from, to == null ? Instant.now() : to));
  }
}
