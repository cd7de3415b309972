package io.talaria.console.inbox;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.function.SerializableConsumer;
import io.talaria.console.shell.Icon;
import io.talaria.console.words.Moments;
import io.talaria.console.words.Words;
import io.talaria.journal.reading.Card;
import io.talaria.journal.reading.Card.Factor;
import io.talaria.journal.reading.Card.Past;
import io.talaria.journey.RiskScore.Action;
import io.talaria.journey.RiskScore.Band;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How likely a candidate is lost, why, what may help, and how it was before. */
final class RiskNote {
  private static final double FULL_BAR = 0.5;

  private final Moments moments;
  private final Words words;
  private final SerializableConsumer<Boolean> mark;

  /**
   * @param mark counts the candidate among those whom nobody wants to lose, or no longer does
   */
  RiskNote(Moments moments, SerializableConsumer<Boolean> mark) {
    this.moments = moments;
    this.mark = mark;
    this.words = moments.words();
  }

  /**
   * @param open whether the journey goes on; nobody is marked after its end
   */
  Component section(Card card, boolean open) {
    Element section = Sections.open(words.say("card.risk"), badge(card.risk()), "");
    if (card.highValue()) {
      section.appendChild(highValue().getElement());
    }
    for (Factor factor : card.factors()) {
      section.appendChild(factor(factor).getElement());
    }
    if (card.factors().isEmpty()) {
      section.appendChild(quiet(words.say("risk.none")).getElement());
    }
    if (card.action() != Action.NONE) {
      var advice = new Div(words.say("risk.action." + card.action().name()));
      advice.addClassNames("xs", "risk-action");
      section.appendChild(advice.getElement());
    }
    if (open) {
      section.appendChild(toggle(card.highValue()).getElement());
    }
    if (!card.history().isEmpty()) {
      section.appendChild(history(card).getElement());
    }
    return Sections.wrap(section);
  }

  private Span badge(double risk) {
    Band band = Band.of(risk);
    var badge =
        new Span(
            words.score(risk) + " " + words.say("risk." + band.name().toLowerCase(Locale.ROOT)));
    badge.addClassNames("badge", band == Band.LOW ? "plain" : "risk");
    return badge;
  }

  private Component highValue() {
    var mark = new Span(Icon.of("star", "xs solid"), new Text(words.say("risk.highValue")));
    mark.addClassNames("chip", "value");
    mark.getElement().setAttribute("title", words.say("risk.highValue.hint"));
    return new Div(mark);
  }

  private Button toggle(boolean marked) {
    var toggle =
        new Button(
            words.say(marked ? "risk.highValue.unmark" : "risk.highValue.mark"),
            click -> mark.accept(!marked));
    toggle.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
    return toggle;
  }

  private Component factor(Factor factor) {
    var name = new Span(words.sayOr("factor." + factor.factor(), factor.factor()));
    name.addClassName("ell");
    double points = factor.points();
    boolean good = points < 0;
    var bar = new Span();
    bar.addClassName("b");
    long width = Math.min(100, Math.round(Math.abs(points) / FULL_BAR * 100));
    bar.getElement()
        .appendChild(
            new Element("i")
                .setAttribute("class", good ? "good" : "")
                .setAttribute("style", "width:" + width + "%"));
    var value = new Span((good ? "−" : "+") + words.score(Math.abs(points)));
    value.addClassNames("v", good ? "t-open" : "t-risk");
    var row = new Div(name, bar, value);
    row.addClassName("factor");
    return row;
  }

  private Component history(Card card) {
    var lines = new Div();
    lines.addClassNames("xs", "quiet", "risk-history");
    for (Past past : changes(card.history()).reversed().stream().limit(5).toList()) {
      lines.add(
          new Div(
              words.say("risk.was", "r", words.score(past.risk()), "t", moments.near(past.at()))));
    }
    return lines;
  }

  /** Where it came to another score than before, as it reads. */
  private List<Past> changes(List<Past> history) {
    var changes = new ArrayList<Past>();
    for (Past past : history) {
      if (changes.isEmpty()
          || !words.score(changes.getLast().risk()).equals(words.score(past.risk()))) {
        changes.add(past);
      }
    }
    return changes;
  }

  private static Span quiet(String text) {
    var span = new Span(text);
    span.addClassNames("xs", "quiet");
    return span;
  }
}
