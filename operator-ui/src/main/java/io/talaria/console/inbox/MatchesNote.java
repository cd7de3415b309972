package io.talaria.console.inbox;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.dom.Element;
import io.talaria.console.words.Moments;
import io.talaria.console.words.Words;
import io.talaria.journal.listing.ListingWords;
import io.talaria.journal.listing.Reason;
import io.talaria.journal.reading.Card.Offered;
import io.talaria.journal.reading.Card.OfferedListing;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which listings a candidate was offered and why, and which one they chose. */
record MatchesNote(Moments moments) {
  private static final ListingWords SENTENCES = new ListingWords();

  /** The answer of who wants none of those offered. */
  private static final String NONE = "none";

  Component section(Opened opened) {
    Words words = moments.words();
    List<Offered> offers = opened.card().offers();
    Element section = Sections.open(words.say("card.matches"), null, "");
    if (offers.isEmpty()) {
      section.appendChild(quiet(words.say("card.matches.empty")).getElement());
    }
    for (Offered offered : offers) {
      section.appendChild(
          quiet(
                  words.say(
                      "card.matches.offered",
                      "q",
                      opened.texts().question(offered.step(), words.locale()),
                      "t",
                      moments.at(offered.at())))
              .getElement());
      var list = new OrderedList();
      list.addClassName("matches");
      offered.listings().forEach(listing -> list.add(item(listing, offered)));
      section.appendChild(list.getElement());
      if (offered.chosen() == null || NONE.equals(offered.chosen())) {
        String key = offered.chosen() == null ? "card.matches.open" : "card.matches.none";
        section.appendChild(quiet(words.say(key)).getElement());
      }
    }
    return Sections.wrap(section);
  }

  private Component item(OfferedListing listing, Offered offered) {
    Words words = moments.words();
    var head = new Div(title(listing));
    head.addClassName("row-flex");
    boolean chosen = listing.id().toString().equals(offered.chosen());
    if (chosen) {
      var badge = new Span(words.say("card.matches.chosen"));
      badge.addClassNames("badge", "plain");
      head.add(badge);
    }
    var facts =
        new Div(
            Stream.of(listing.company(), listing.place(), listing.reference())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · ")));
    facts.addClassNames("xs", "quiet");
    var reasons = new UnorderedList();
    reasons.addClassNames("xs", "reasons");
    listing.reasons().forEach(reason -> reasons.add(reason(reason)));
    var item = new ListItem(head, facts, reasons);
    if (chosen) {
      item.addClassName("chosen");
    }
    return item;
  }

  private static Component title(OfferedListing listing) {
    String link = listing.link();
    if (link == null) {
      var title = new Span(listing.title());
      title.addClassName("semi");
      return title;
    }
    var title = new Anchor(link, listing.title(), AnchorTarget.BLANK);
    title.getElement().setAttribute("rel", "noopener noreferrer");
    return title;
  }

  private ListItem reason(Reason reason) {
    Words words = moments.words();
    String sentence = SENTENCES.reason(words.locale().toLanguageTag(), reason);
    // That only some words fit is still no ground against it.
    boolean speaksFor = reason.speaksFor() || reason.code() == Reason.Code.WORDS;
    var item =
        new ListItem(
            words.say(speaksFor ? "card.matches.for" : "card.matches.against", "r", sentence));
    item.addClassName(speaksFor ? "for" : "against");
    return item;
  }

  private static Span quiet(String text) {
    var span = new Span(text);
    span.addClassNames("xs", "quiet");
    return span;
  }
}
