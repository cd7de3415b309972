package io.talaria.console.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.Notification.Position;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.shared.Registration;
import io.talaria.console.live.Background;
import io.talaria.console.live.LiveJournal;
import io.talaria.console.login.CurrentOperator;
import io.talaria.console.login.SignedIn;
import io.talaria.console.words.Moments;
import io.talaria.console.words.Words;
import io.talaria.journal.reading.HeldNumbers;
import io.talaria.journal.reading.QuarantineShelf;
import io.talaria.journal.reading.QueueCounts;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The frame: rail at the side (below on narrow screens), what keeps everybody from working, the
 * page.
 */
@Layout
@PermitAll
@JavaScript("context://talaria/console.js")
class Shell extends Div implements RouterLayout, AfterNavigationObserver {
  private final QueueCounts counts;
  private final QuarantineShelf shelf;
  private final Background background;
  private final LiveJournal journal;
  private final SignedIn me;
  private final Rail rail;
  private final Div frame = new Div();
  private final AtomicBoolean counting = new AtomicBoolean();
  private @Nullable HasElement page;
  private @Nullable Registration listening;

  Shell(
      QueueCounts counts,
      QuarantineShelf shelf,
      HeldNumbers held,
      Background background,
      LiveJournal journal,
      CurrentOperator operator,
      UserMenus menus) {
    this.counts = counts;
    this.shelf = shelf;
    this.background = background;
    this.journal = journal;
    this.me = operator.get();
    this.rail = new Rail(menus.forPerson(me));
    addClassName("shell");
    frame.addClassName("frame");
    frame.add(new ConnectionBar(), new HeldBars(held, background, journal, me));
    add(rail, frame);
    getElement().addEventListener("tal-key", this::key).addEventData("event.detail.key");
    getElement().addEventListener("tal-back", this::back).addEventData("event.detail.since");
  }

  @Override
  public void showRouterLayoutContent(HasElement content) {
    if (page != null) {
      page.getElement().removeFromParent();
    }
    page = content;
    frame.getElement().appendChild(content.getElement());
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    rail.at(event.getLocation().getFirstSegment());
  }

  @Override
  protected void onAttach(AttachEvent event) {
    UI ui = event.getUI();
    Scheme.restore(ui);
    listening = journal.listen(candidates -> count(ui));
    count(ui);
  }

  @Override
  protected void onDetach(DetachEvent event) {
    if (listening != null) {
      listening.remove();
    }
  }

  private void count(UI ui) {
    // Many changes in one moment are one counting.
    if (!counting.compareAndSet(false, true)) {
      return;
    }
    background.run(
        ui,
        () -> {
          counting.set(false);
          return new long[] {counts.mine(me.accountId(), me.id()), shelf.open(me.accountId())};
        },
        both -> rail.count(both[0], both[1]),
        failure -> counting.set(false));
  }

  private void key(DomEvent event) {
    String key = event.getEventData().get("event.detail.key").asString();
    UI ui = getUI().orElseThrow();
    switch (key) {
      case "g i" -> ui.navigate("inbox");
      case "g f" -> ui.navigate("funnel");
      case "g s" -> ui.navigate("starts");
      case "g d" -> ui.navigate("definitions");
      case "g l" -> ui.navigate("listings");
      case "?" -> new KeysSheet().open();
      default -> {
        if (page instanceof KeyTarget target) {
          target.key(key);
        }
      }
    }
  }

  private void back(DomEvent event) {
    var since = Instant.ofEpochMilli(event.getEventData().get("event.detail.since").asLong());
    background.run(
        getUI().orElseThrow(),
        () -> counts.movedSince(me.accountId(), since),
        moved ->
            Notification.show(
                Words.here().say("back", "n", moved, "t", Moments.here().second(since)),
                6_000,
                Position.BOTTOM_START),
        failure -> {});
  }
}
