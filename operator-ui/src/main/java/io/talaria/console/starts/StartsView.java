package io.talaria.console.starts;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
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
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.talaria.console.live.Background;
import io.talaria.console.live.LiveJournal;
import io.talaria.console.login.CurrentOperator;
import io.talaria.console.login.SignedIn;
import io.talaria.console.shell.Icon;
import io.talaria.console.shell.KeyTarget;
import io.talaria.console.starts.StartItem.Shown;
import io.talaria.console.words.Moments;
import io.talaria.console.words.TwoClocks;
import io.talaria.console.words.Words;
import io.talaria.journal.planned.ListedStart;
import io.talaria.journal.planned.StartLists;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Conversations that are to begin at a time; whoever is signed in plans, changes and cancels. */
@Route("starts")
@PermitAll
class StartsView extends Main implements HasDynamicTitle, KeyTarget, StartItem.Listener {
  private static final int PAGE = 50;

  private final Words words = Words.here();
  private final Moments moments = Moments.here();
  private final StartLists lists;
  private final Planning planning;
  private final Background background;
  private final SignedIn me;
  private final Select<Half> half = new Select<>();
  private final Span count = new Span();
  private final Div body = new Div();
  private final UnorderedList rows = new UnorderedList();
  private final Button more;
  private final AtomicBoolean reading = new AtomicBoolean();
  private List<Shown> shown = List.of();
  private int wanted = PAGE;
  private boolean failing;

  /** Which starts are shown. */
  enum Half {
    PLANNED,
    SETTLED
  }

  StartsView(
      StartLists lists,
      Planning planning,
      Waiting waiting,
      Background background,
      LiveJournal journal,
      CurrentOperator operator) {
    this.lists = lists;
    this.planning = planning;
    this.background = background;
    this.me = operator.get();
    this.more = new Button(words.say("starts.more"), click -> readMore());
    addClassNames("work", "starts");
    var title = new H1(words.say("rail.starts"));
    title.addClassName("title");
    count.addClassNames("xs", "quiet");
    var plan = new Button(words.say("starts.plan"), click -> plan());
    plan.addThemeVariants(ButtonVariant.AURA_PRIMARY);
    plan.addClassName("main-action");
    plan.getElement().appendChild(Icon.key("p").getElement());
    var room = new Span();
    room.addClassName("grow");
    var bar = new Header(title, count, room, plan);
    bar.addClassName("bar");
    rows.addClassName("shelf");
    more.setVisible(false);
    body.addClassName("scroll");
    body.add(filters(), new StartsWait(waiting, background, journal, me), rows, more);
    add(bar, body);
    journal.keepReading(this, this::read);
  }

  @Override
  public String getPageTitle() {
    return words.say("rail.starts") + " · Talaria";
  }

  @Override
  public void key(String key) {
    if (key.equals("p")) {
      plan();
    }
  }

  private Div filters() {
    half.setItems(Half.values());
    half.setValue(Half.PLANNED);
    half.setItemLabelGenerator(one -> words.say("starts.half." + one));
    half.setAriaLabel(words.say("starts.half"));
    half.addValueChangeListener(
        changed -> {
          wanted = PAGE;
          read(UI.getCurrent());
        });
    var hint = new Span(words.say("starts.what"));
    hint.addClassNames("xs", "quiet");
    var filters = new Div(half, hint);
    filters.addClassName("filters");
    return filters;
  }

  private void plan() {
    UI ui = UI.getCurrent();
    background.run(
        ui,
        () -> planning.offer(me),
        offer -> new PlanDialog(planning, background, me, offer, () -> read(ui)).open(),
        failure -> failed());
  }

  @Override
  public void change(ListedStart listed) {
    UI ui = UI.getCurrent();
    background.run(
        ui,
        () -> clocks(listed),
        clocks -> new ChangeDialog(planning, background, me, listed, clocks, () -> read(ui)).open(),
        failure -> failed());
  }

  @Override
  public void cancel(ListedStart listed) {
    UI ui = UI.getCurrent();
    new CancelDialog(planning, background, me, listed, () -> read(ui)).open();
  }

  private void readMore() {
    wanted += PAGE;
    read(UI.getCurrent());
  }

  private record Page(long planned, List<Shown> rows, boolean more) {}

  private void read(UI ui) {
    if (!reading.compareAndSet(false, true)) {
      return;
    }
    Half which = half.getValue();
    int size = wanted;
    background.run(
        ui,
        () -> {
          reading.set(false);
          return page(which, size);
        },
        page -> {
          failing = false;
          // What was chosen meanwhile is on its way.
          if (which == half.getValue() && size == wanted) {
            show(page, which);
          } else {
            read(ui);
          }
        },
        failure -> {
          reading.set(false);
          // Once, not with each try.
          if (!failing) {
            failing = true;
            failed();
          }
        });
  }

  private Page page(Half which, int size) {
    List<ListedStart> found =
        which == Half.PLANNED
            ? lists.planned(me.accountId(), size + 1)
            : lists.settled(me.accountId(), size + 1);
    var page = new ArrayList<Shown>();
    found.stream().limit(size).forEach(one -> page.add(Shown.of(one, clocks(one))));
    return new Page(lists.count(me.accountId()), page, found.size() > size);
  }

  private TwoClocks clocks(ListedStart listed) {
    return new TwoClocks(
        words, planning.zone(me, listed.start().definition()).orElse(moments.zone()));
  }

  private void show(Page page, Half which) {
    count.setText(words.say("starts.count", "n", words.number(page.planned())));
    more.setVisible(page.more());
    boolean drawn = rows.getComponentCount() > 0 || hasEmpty();
    if (page.rows().equals(shown) && drawn) {
      return;
    }
    shown = page.rows();
    rows.removeAll();
    body.getChildren().filter(child -> child.hasClassName("first")).forEach(body::remove);
    shown.forEach(one -> rows.add(new StartItem(one, this)));
    if (shown.isEmpty()) {
      body.add(nothing(which));
    }
  }

  private boolean hasEmpty() {
    return body.getChildren().anyMatch(child -> child.hasClassName("first"));
  }

  private Div nothing(Half which) {
    var title = new H2(words.say("starts.empty." + which));
    title.addClassName("title");
    var next = new Paragraph(words.say("starts.empty." + which + ".next"));
    next.addClassName("quiet");
    var page = new Div(new Div(title, next));
    page.addClassNames("first", "alone");
    return page;
  }

  private void failed() {
    Notification.show(words.say("error.journal"), 7_000, Position.BOTTOM_START);
  }
}
