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
import io.talaria.port.Proposal.HumanOverride;
import java.util.List;

/** Why the bot said this. */
record DecisionNote(Moments moments) {
  private static final int QUOTED = 90;

  /** The engine of bots from outside. */
  private static final String OUTSIDE = "http";

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
    list.add(new Term(words.say("why.confidence")), new Description(confidence(sent, decision)));
    list.add(
        new Term(words.say("why.engine")),
        new Description(decision.engine() + " · " + decision.version()));
    if (sent.reading() != null) {
      new ReadingFacts(words).into(list, sent.reading());
    }
    HumanOverride override = decision.override();
    if (override != null) {
      review(list, sent, override);
    }
    var card = new Div(said, list);
    card.addClassName("decision");
    section.appendChild(card.getElement());
    return Sections.wrap(section);
  }

  /** Who let it leave, and what of it was theirs. */
  private void review(DescriptionList list, Sent sent, HumanOverride by) {
    Words words = moments.words();
    List<String> from = by.from();
    String how = by.operatorName() == null ? "overdue" : from == null ? "approved" : "edited";
    list.add(
        new Term(words.say("why.review")),
        new Description(
            words.say(
                "why.review." + how,
                "name",
                by.operatorName() == null ? "" : by.operatorName(),
                "t",
                moments.at(by.at()),
                "n",
                by.version())));
    int position = position(sent.key());
    if (from != null && position < from.size()) {
      boolean same = from.get(position).equals(sent.content().body());
      list.add(
          new Term(words.say("why.proposed")),
          new Description(same ? words.say("why.proposed.same") : from.get(position)));
    }
    if (by.note() != null) {
      list.add(new Term(words.say("why.note")), new Description(by.note()));
    }
  }

  /** Bubbles of a turn are counted behind its key. */
  private static int position(String key) {
    String last = key.substring(key.lastIndexOf('/') + 1);
    return last.chars().allMatch(Character::isDigit) && !last.isEmpty() && last.length() < 4
        ? Integer.parseInt(last)
        : 0;
  }

  /** A bot from outside may not tell how sure it is; what stands there then is not its own. */
  private Span confidence(Sent sent, Decision decision) {
    boolean told = sent.reading() != null && sent.reading().confidence() != null;
    return decision.engine().equals(OUTSIDE) && !told && decision.confidence() == 1
        ? new Span(moments.words().say("why.confidence.untold"))
        : meter(decision);
  }

  private Span meter(Decision decision) {
    var meter = new Span();
    meter.addClassName("meter");
    long percent = Math.round(decision.confidence() * 100);
    meter
        .getElement()
        .appendChild(new Element("i").setAttribute("style", "width:" + percent + "%"));
    return new Span(meter, new Span(moments.words().score(decision.confidence())));
  }

  private static String quoted(String body) {
    return body.codePointCount(0, body.length()) <= QUOTED
        ? body
        : body.substring(0, body.offsetByCodePoints(0, QUOTED)) + "…";
  }
}
