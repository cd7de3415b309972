package io.talaria.console.inbox;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.function.SerializableConsumer;
import io.talaria.console.ConsoleSettings;
import io.talaria.console.shell.Icon;
import io.talaria.console.words.Initials;
import io.talaria.console.words.Moments;
import io.talaria.console.words.Names;
import io.talaria.console.words.Words;
import io.talaria.journal.reading.Card.MarketingBar;
import io.talaria.journal.reading.Card.OptOut;
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
  private final Words words = Words.here();
  private final Moments moments = Moments.here();
  private final ConsoleSettings settings;
  private final SerializableConsumer<Boolean> mark;
  private final Runnable close;

  /**
   * @param mark counts the open candidate among those whom nobody wants to lose, or no longer does
   * @param close puts the card away where it lies over the conversation
   */
  CardPane(ConsoleSettings settings, SerializableConsumer<Boolean> mark, Runnable close) {
    this.settings = settings;
    this.mark = mark;
    this.close = close;
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
    var body =
        new Div(
            new RiskNote(moments, mark).section(opened.card(), opened.head().open()),
            new StepList(opened, moments).section(),
            facts(opened));
    body.addClassNames("scroll", "card-body");
    if (!opened.card().meetings().isEmpty()) {
      body.add(new MeetingNote(moments).section(opened));
    }
    if (opened.texts().offersListings() || !opened.card().offers().isEmpty()) {
      body.add(new MatchesNote(moments).section(opened));
    }
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
    // A phone has no Escape.
    var away = new Button(Icon.of("x", ""), click -> close.run());
    away.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
    away.addClassName("card-btn");
    away.setAriaLabel(words.say("close"));
    var row = new Div(ring, who, away);
    row.addClassName("card-head");
    return row;
  }

  private Component facts(Opened opened) {
    Head head = opened.head();
    var list = new DescriptionList();
    list.addClassName("kv");
    fact(list, "card.owner", owner(head));
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
    if (opened.card().optOut() != null) {
      fact(list, "card.optOut", optOut(opened.card().optOut()));
    }
    if (opened.card().marketing() != null) {
      fact(list, "card.marketing", marketing(opened.card().marketing()));
    }
    Element section = Sections.open(words.say("card.facts"), null, "");
    section.appendChild(list.getElement());
    return Sections.wrap(section);
  }

  private String owner(Head head) {
    if (head.holder() != null) {
      return head.holder().name();
    }
    return words.say(head.watched() ? "watched." + head.phase() : "card.bot");
  }

  private String optOut(OptOut optOut) {
    String said = optOut.words() == null ? "" : " · “" + optOut.words() + "”";
    return (optOut.revokedAt() == null
            ? words.say("card.optOut.stands", "t", moments.at(optOut.at()))
            : words.say("card.optOut.revoked", "t", moments.at(optOut.revokedAt())))
        + said;
  }

  private String marketing(MarketingBar bar) {
    return bar.until() == null
        ? words.say("card.marketing.stopped", "t", moments.at(bar.since()))
        : words.say("card.marketing.until", "t", moments.near(bar.until()));
  }

  private Component answers(Opened opened) {
    var list = new DescriptionList();
    list.addClassName("kv");
    for (Map.Entry<String, String> answer : AnswerWords.inOrder(opened)) {
      list.add(
          new Term(opened.texts().question(answer.getKey(), words.locale())),
          new Description(AnswerWords.of(opened, answer.getKey(), answer.getValue(), moments)));
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
