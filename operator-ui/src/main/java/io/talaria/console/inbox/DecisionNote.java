package io.talaria.console.inbox;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import io.talaria.console.words.Moments;
import io.talaria.console.words.Words;
import io.talaria.journal.reading.Conversation.Sent;
import io.talaria.port.Proposal.Decision;
import java.util.Locale;

/** Why the bot said this. */
record DecisionNote(Moments moments) {
  private static final int QUOTED = 90;

  Component section(Sent sent) {
    Words words = moments.words();
    Decision decision = sent.decision();
    Element section = Sections.open(words.say("card.why"), null, moments.near(sent.at()));
    if (decision == null) {
      return Sections.wrap(section);
    }
    var said = new Paragraph("“" + quoted(sent.content().body()) + "”");
    said.addClassName("said");
    var list = new DescriptionList();
    list.addClassName("kv");
    list.add(new Term(words.say("why.rule")), new Description(decision.rule()));
    list.add(new Term(words.say("why.confidence")), new Description(meter(decision)));
    list.add(
        new Term(words.say("why.engine")),
        new Description(decision.engine() + " · " + decision.version()));
    var card = new Div(said, list);
    card.addClassName("decision");
    section.appendChild(card.getElement());
    return Sections.wrap(section);
  }

  private static Span meter(Decision decision) {
    var meter = new Span();
    meter.addClassName("meter");
    long percent = Math.round(decision.confidence() * 100);
    meter
        .getElement()
        .appendChild(new Element("i").setAttribute("style", "width:" + percent + "%"));
    return new Span(meter, new Span(String.format(Locale.ROOT, "%.2f", decision.confidence())));
  }

  private static String quoted(String body) {
    return body.codePointCount(0, body.length()) <= QUOTED
        ? body
        : body.substring(0, body.offsetByCodePoints(0, QUOTED)) + "…";
  }
}
