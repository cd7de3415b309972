package io.talaria.console.listing;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.Notification.Position;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import io.talaria.console.live.Background;
import io.talaria.console.login.CurrentOperator;
import io.talaria.console.login.SignedIn;
import io.talaria.console.words.Words;
import io.talaria.journal.listing.Imports;
import io.talaria.journal.listing.Listing;
import io.talaria.journal.listing.ListingImport;
import io.talaria.journal.listing.ListingWords;
import io.talaria.journal.listing.Listings;
import io.talaria.journal.listing.Listings.Shown;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The job listings that candidates are matched with; leads take them in from a file. */
@Route("listings")
@PermitAll
class ListingsView extends Main implements HasDynamicTitle {
  private static final int PAGE = 50;
  private static final int POLL_MILLIS = 1_000;

  private final Words words = Words.here();
  private final Listings listings;
  private final Imports imports;
  private final ListingWords sentences;
  private final Background background;
  private final SignedIn me;
  private final TextField search = new TextField();
  private final Select<Shown> shown = new Select<>();
  private final Span count = new Span();
  private final Div report = new Div();
  private final Div body = new Div();
  private final UnorderedList rows = new UnorderedList();
  private final Button more;
  private @Nullable Registration polling;

  ListingsView(
      Listings listings,
      Imports imports,
      ListingImport listingImport,
      ListingWords sentences,
      Background background,
      CurrentOperator operator) {
    this.listings = listings;
    this.imports = imports;
    this.sentences = sentences;
    this.background = background;
    this.me = operator.get();
    this.more = new Button(words.say("listings.more"), click -> readMore());
    addClassNames("work", "listings");
    var title = new H1(words.say("rail.listings"));
    title.addClassName("title");
    count.addClassNames("xs", "quiet");
    var bar = new Header(title, count);
    bar.addClassName("bar");
    if (me.lead()) {
      bar.add(new FileIntake(listingImport, background, me, this::readReport));
    }
    rows.addClassName("shelf");
    more.setVisible(false);
    body.addClassName("scroll");
    body.add(report, filters(), rows, more);
    add(bar, body);
  }

  @Override
  public String getPageTitle() {
    return words.say("rail.listings") + " · Talaria";
  }

  @Override
  protected void onAttach(AttachEvent event) {
    readReport();
    readAgain();
  }

  @Override
  protected void onDetach(DetachEvent event) {
    stopPolling(event.getUI());
  }

  private Div filters() {
    search.setPlaceholder(words.say("listings.search"));
    search.setAriaLabel(words.say("listings.search"));
    search.setClearButtonVisible(true);
    search.setValueChangeMode(ValueChangeMode.LAZY);
    search.addValueChangeListener(changed -> readAgain());
    shown.setItems(Shown.values());
    shown.setValue(Shown.OPEN);
    shown.setItemLabelGenerator(one -> words.say("listings.shown." + one));
    shown.setAriaLabel(words.say("listings.shown"));
    shown.addValueChangeListener(changed -> readAgain());
    var filters = new Div(search, shown);
    filters.addClassName("filters");
    return filters;
  }

  /** The newest import with what it refused; asked again each second while it runs. */
  private void readReport() {
    UI ui = UI.getCurrent();
    background.run(
        ui,
        () ->
            imports.newest(me.accountId(), 1).stream()
                .findFirst()
                .map(
                    newest ->
                        new ImportReport.Seen(
                            newest,
                            imports.rows(
                                me.accountId(), newest.id(), true, 0, ImportReport.MOST_ROWS))),
        found -> {
          boolean ran = polling != null;
          report.removeAll();
          found.ifPresent(
              seen -> report.add(new ImportReport(seen, imports, sentences, me.accountId())));
          if (found.isPresent() && found.get().running()) {
            poll(ui);
          } else {
            stopPolling(ui);
            if (ran) {
              readAgain();
            }
          }
        },
        failure -> failed());
  }

  private void poll(UI ui) {
    if (polling == null) {
      polling = ui.addPollListener(poll -> readReport());
      ui.setPollInterval(POLL_MILLIS);
    }
  }

  private void stopPolling(UI ui) {
    if (polling != null) {
      polling.remove();
      polling = null;
      ui.setPollInterval(-1);
    }
  }

  private record Page(int count, List<Listing> listings) {}

  private void readAgain() {
    String wanted = search.getValue();
    Shown half = shown.getValue();
    background.run(
        UI.getCurrent(),
        () ->
            new Page(
                listings.count(me.accountId(), wanted, half),
                listings.page(me.accountId(), wanted, half, 0, PAGE)),
        page -> {
          // What was typed meanwhile is on its way.
          if (wanted.equals(search.getValue()) && half == shown.getValue()) {
            rows.removeAll();
            show(page);
          }
        },
        failure -> failed());
  }

  private void readMore() {
    int offset = rows.getComponentCount();
    String wanted = search.getValue();
    Shown half = shown.getValue();
    background.run(
        UI.getCurrent(),
        () ->
            new Page(
                listings.count(me.accountId(), wanted, half),
                listings.page(me.accountId(), wanted, half, offset, PAGE)),
        page -> {
          if (offset == rows.getComponentCount()) {
            show(page);
          }
        },
        failure -> failed());
  }

  private void show(Page page) {
    count.setText(words.say("listings.count", "n", words.number(page.count())));
    page.listings().forEach(listing -> rows.add(new ListingItem(listing, sentences)));
    more.setVisible(rows.getComponentCount() < page.count());
    body.getChildren().filter(child -> child.hasClassName("first")).forEach(body::remove);
    if (page.count() == 0) {
      body.add(nothing());
    }
  }

  private Div nothing() {
    boolean filtered = !search.isEmpty() || shown.getValue() != Shown.OPEN;
    var title = new H2(words.say(filtered ? "listings.none" : "listings.empty"));
    title.addClassName("title");
    String next =
        filtered ? "listings.none.next" : me.lead() ? "listings.empty.next" : "listings.empty.lead";
    var what = new Paragraph(words.say(next));
    what.addClassName("quiet");
    var page = new Div(new Div(title, what));
    page.addClassName("first");
    return page;
  }

  private void failed() {
    Notification.show(words.say("error.journal"), 7_000, Position.BOTTOM_START);
  }
}
