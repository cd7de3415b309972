package io.talaria.console.listing;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import io.talaria.console.words.Words;
import io.talaria.journal.listing.Listing;
import io.talaria.journal.listing.ListingWords;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One listing: what, who, where, when, and what it demands. */
class ListingItem extends ListItem {
  private final Words words = Words.here();

  ListingItem(Listing listing, ListingWords sentences) {
    Listing.Said said = listing.said();
    var title = new Span(said.title());
    title.addClassName("semi");
    var head = new Div(title);
    head.addClassName("row-flex");
    boolean over =
        said.closesOn() != null && said.closesOn().isBefore(LocalDate.now(ZoneOffset.UTC));
    if (listing.closedAt() != null || over) {
      var closed = new Span(words.say(over ? "listings.over" : "listings.closed"));
      closed.addClassNames("badge", "plain");
      head.add(closed);
    }
    String language = words.locale().toLanguageTag();
    var facts = new Div();
    facts.addClassName("facts");
    Stream.of(
            said.company(),
            Stream.of(said.city(), said.region(), said.country())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", ")),
            sentences.workplace(language, said.workplace().name()),
            said.shifts().stream()
                .map(shift -> sentences.shift(language, shift.name()))
                .collect(Collectors.joining(", ")),
            said.mustHaves().isEmpty()
                ? null
                : words.say("listings.demands", "what", String.join(", ", said.mustHaves())),
            dates(said),
            said.reference())
        .filter(fact -> fact != null && !fact.isEmpty())
        .forEach(fact -> facts.add(new Span(fact)));
    add(new Div(head, facts));
    String link = said.link();
    if (link != null) {
      var open = new Anchor(link, words.say("listings.link"), AnchorTarget.BLANK);
      open.getElement().setAttribute("rel", "noopener noreferrer");
      var acts = new Div(open);
      acts.addClassName("acts");
      add(acts);
    }
  }

  private String dates(Listing.Said said) {
    var format = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(words.written());
    LocalDate opened = Objects.requireNonNull(said.openedOn(), "a listing that was read has it");
    LocalDate closes = said.closesOn();
    return closes == null
        ? words.say("listings.since", "t", format.format(opened))
        : words.say("listings.until", "t", format.format(opened), "u", format.format(closes));
  }
}
