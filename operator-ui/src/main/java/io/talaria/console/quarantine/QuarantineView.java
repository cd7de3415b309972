package io.talaria.console.quarantine;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
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
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.talaria.console.live.Background;
import io.talaria.console.live.LiveJournal;
import io.talaria.console.login.CurrentOperator;
import io.talaria.console.login.SignedIn;
import io.talaria.console.words.Words;
import io.talaria.journal.reading.QuarantineShelf;
import io.talaria.journal.reading.Quarantined;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** What the gateway could not use, with the reason, Retry and Discard. */
@Route("quarantine")
@PermitAll
class QuarantineView extends Main implements HasDynamicTitle, ShelfItem.Listener {
  private static final int MOST = 200;

  private final Words words = Words.here();
  private final QuarantineShelf shelf;
  private final Background background;
  private final SignedIn me;
  private final Div body = new Div();
  private List<Quarantined> shown = List.of();

  QuarantineView(
      QuarantineShelf shelf, Background background, LiveJournal journal, CurrentOperator operator) {
    this.shelf = shelf;
    this.background = background;
    this.me = operator.get();
    addClassNames("work", "quarantine");
    var title = new H1(words.say("rail.quarantine"));
    title.addClassName("title");
    var what = new Span(words.say("quarantine.what"));
    what.addClassNames("xs", "quiet");
    var bar = new Header(title, what);
    bar.addClassName("bar");
    body.addClassName("scroll");
    add(bar, body);
    journal.keepReading(this, this::read);
  }

  @Override
  public String getPageTitle() {
    return words.say("rail.quarantine") + " · Talaria";
  }

  @Override
  public void retry(UUID id) {
    change(
        () -> {
          shelf.retry(me.accountId(), id);
          return id;
        });
  }

  @Override
  public void discard(UUID id) {
    var dialog = new ConfirmDialog();
    dialog.setHeader(words.say("quarantine.discard.ask"));
    dialog.setText(words.say("quarantine.discard.what"));
    dialog.setCancelable(true);
    dialog.setCancelText(words.say("cancel"));
    dialog.setConfirmText(words.say("quarantine.discard"));
    dialog.setConfirmButtonTheme("error primary");
    dialog.addConfirmListener(
        confirmed ->
            change(
                () -> {
                  shelf.discard(me.accountId(), id);
                  return id;
                }));
    dialog.open();
  }

  @Override
  public void body(UUID id, java.util.function.Consumer<String> show) {
    background.run(
        UI.getCurrent(), () -> shelf.body(me.accountId(), id), show, failure -> failed());
  }

  private void change(Supplier<UUID> change) {
    UI ui = UI.getCurrent();
    background.run(ui, change, done -> read(ui), failure -> failed());
  }

  private void read(UI ui) {
    background.run(ui, () -> shelf.list(me.accountId(), MOST), this::show, failure -> failed());
  }

  private void show(List<Quarantined> items) {
    // An unfolded body stays unfolded while nothing has changed.
    if (items.equals(shown) && body.getComponentCount() > 0) {
      return;
    }
    shown = items;
    body.removeAll();
    if (items.isEmpty()) {
      var title = new H2(words.say("quarantine.empty"));
      title.addClassName("title");
      var next = new Paragraph(words.say("quarantine.empty.next"));
      next.addClassName("quiet");
      var page = new Div(new Div(title, next));
      page.addClassNames("first", "alone");
      body.add(page);
      return;
    }
    var list = new UnorderedList();
    list.addClassName("shelf");
    items.forEach(item -> list.add(new ShelfItem(item, this)));
    body.add(list);
  }

  private void failed() {
    Notification.show(words.say("error.journal"), 7_000, Position.BOTTOM_START);
  }
}
