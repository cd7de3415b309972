package io.talaria.console.inbox;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.virtuallist.VirtualList;
import com.vaadin.flow.data.provider.ListDataProvider;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.talaria.console.login.SignedIn;
import io.talaria.console.shell.Icon;
import io.talaria.console.words.Moments;
import io.talaria.console.words.Words;
import io.talaria.journal.reading.QueueRow;
import io.talaria.journal.reading.QueueTab;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The left pane: search, tabs, filter, the rows. */
class QueuePane extends Section implements QueueFeed.Pane {
  private final Words words = Words.here();
  private final Moments moments = Moments.here();
  private final TextField search = new TextField();
  private final QueueTabs tabs;
  private final Div narrowing = new Div();
  private final NativeButton movedBar = new NativeButton();
  private final List<QueueRow> shown = new ArrayList<>();
  private final VirtualList<QueueRow> list = new VirtualList<>();
  private final ListDataProvider<QueueRow> rows =
      new ListDataProvider<>(shown) {
        @Override
        public Object getId(QueueRow row) {
          return row.journeyId();
        }
      };
  private final Div empty = new Div();
  private final Span live = new Span();
  private final Listener listener;
  private @Nullable UUID selected;
  private boolean read;
  private boolean failed;

  /** What a reader does here. */
  interface Listener {
    void open(UUID candidateId);

    void tab(QueueTab tab);

    void search(String text);

    /** Take the rows that moved up. */
    void showMoved();

    /** The end of what is loaded comes near. */
    void more();

    /** The reader's pointer is over the list, or the list is scrolled. */
    void reading(boolean reading);
  }

  QueuePane(
      SignedIn me, Function<QueueRow, String> stage, Listener listener, QueueFilterMenu filters) {
    this.listener = listener;
    this.tabs = new QueueTabs(listener::tab);
    addClassNames("pane", "queue");
    getElement().setAttribute("aria-label", words.say("queue"));
    list.setRenderer(
        RowTemplate.of(
            row ->
                Row.of(
                    row,
                    me,
                    stage.apply(row),
                    row.candidateId().equals(selected),
                    moments,
                    Instant.now()),
            row -> listener.open(row.candidateId())));
    list.setDataProvider(rows);
    // A list of links, as Vaadin's virtual list says it itself; options would need another parent.
    list.getElement().setAttribute("aria-label", words.say("queue"));
    add(head(filters), movedBar(), body(), foot());
  }

  private Div head(QueueFilterMenu filters) {
    var title = new H1(words.say("rail.inbox"));
    title.addClassNames("title", "grow");
    var top = new Div(title);
    top.addClassName("q-top");
    search.setPlaceholder(words.say("search"));
    search.setAriaLabel(words.say("search"));
    search.setPrefixComponent(Icon.of("search", ""));
    search.setSuffixComponent(Icon.key("/"));
    search.setClearButtonVisible(true);
    search.setMaxLength(80);
    search.setValueChangeMode(ValueChangeMode.LAZY);
    search.addValueChangeListener(change -> listener.search(change.getValue()));
    narrowing.addClassName("row-flex");
    var order = new Span(words.say("queue.order"));
    var room = new Span();
    room.addClassName("grow");
    var sort = new Div(filters.button(), narrowing, room, order);
    sort.addClassName("q-sort");
    var head = new Div(top, search, tabs, sort);
    head.addClassName("q-head");
    return head;
  }

  private NativeButton movedBar() {
    movedBar.addClassName("q-new");
    movedBar.setVisible(false);
    movedBar.addClickListener(click -> listener.showMoved());
    return movedBar;
  }

  private Div body() {
    empty.addClassNames("q-empty", "sm", "quiet");
    empty.setVisible(false);
    var body = new Div(empty, list);
    body.addClassName("q-list");
    // Nothing moves under a pointer; and the next page is fetched before the end is seen.
    body.getElement().addEventListener("mouseenter", event -> listener.reading(true));
    body.getElement().addEventListener("mouseleave", event -> listener.reading(false));
    list.getElement()
        .addEventListener("scroll", event -> listener.more())
        .setFilter("element.scrollTop + element.clientHeight > element.scrollHeight - 900")
        .throttle(300);
    return body;
  }

  private Div foot() {
    live.addClassName("live");
    live.setText(words.say("live"));
    var room = new Span();
    room.addClassName("grow");
    var foot =
        new Div(
            live,
            room,
            new Span(Icon.key("j"), Icon.key("k"), new Span(" " + words.say("foot.move"))),
            new Span(Icon.key("t"), new Span(" " + words.say("foot.take"))),
            new Span(Icon.key("?"), new Span(" " + words.say("foot.keys"))));
    foot.addClassName("q-foot");
    return foot;
  }

  /** Whom this pane tells. */
  Listener listener() {
    return listener;
  }

  /** Which tab is chosen; null when something else narrows the list. */
  void tab(@Nullable QueueTab tab) {
    tabs.choose(tab);
  }

  void counts(Map<QueueTab, Long> counts) {
    tabs.counts(counts);
  }

  /** What narrows the list beside the tab, with a way back. */
  void narrowedBy(List<String> reasons, Runnable clear) {
    narrowing.removeAll();
    if (!reasons.isEmpty()) {
      var chip = new NativeButton("", click -> clear.run());
      chip.add(new Span(String.join(" · ", reasons)), Icon.of("xo", "xs"));
      chip.addClassName("chip-on");
      chip.getElement().setAttribute("aria-label", words.say("filter.clear"));
      narrowing.add(chip);
    }
  }

  void select(@Nullable UUID candidateId) {
    UUID before = selected;
    selected = candidateId;
    for (QueueRow row : shown) {
      if (row.candidateId().equals(before) || row.candidateId().equals(candidateId)) {
        rows.refreshItem(row);
      }
    }
  }

  void focusSearch() {
    search.focus();
  }

  /** Relative times grow. */
  void tick() {
    rows.refreshAll();
  }

  /** What is said when the list is empty; the first look decides nothing. */
  void emptyText(String text) {
    empty.setText(text);
    empty.setVisible((read || failed) && shown.isEmpty());
    list.setVisible(!empty.isVisible());
  }

  boolean isEmpty() {
    return read && shown.isEmpty();
  }

  @Override
  public void replaced(List<QueueRow> page) {
    read = true;
    recovered();
    shown.clear();
    shown.addAll(page);
    rows.refreshAll();
    empty.setVisible(shown.isEmpty());
    list.setVisible(!shown.isEmpty());
  }

  @Override
  public void appended(List<QueueRow> page) {
    recovered();
    shown.addAll(page);
    rows.refreshAll();
  }

  @Override
  public void changed(QueueRow row) {
    recovered();
    for (int i = 0; i < shown.size(); i++) {
      if (shown.get(i).journeyId().equals(row.journeyId())) {
        shown.set(i, row);
        rows.refreshItem(row);
        return;
      }
    }
  }

  @Override
  public void moved(int count) {
    movedBar.setVisible(count > 0);
    movedBar.removeAll();
    movedBar.add(Icon.of("cu", "xs"), new Span(words.say("queue.moved", "n", count)));
  }

  @Override
  public void failed() {
    failed = true;
    live.addClassName("off");
    live.setText(words.say("live.off", "t", moments.second(Instant.now())));
    if (shown.isEmpty()) {
      emptyText(words.say("error.journal"));
    }
  }

  private void recovered() {
    if (failed) {
      failed = false;
      live.removeClassName("off");
      live.setText(words.say("live"));
    }
  }

  /** The neighbour of the open row, or the first one. */
  @Nullable UUID neighbour(int step) {
    if (shown.isEmpty()) {
      return null;
    }
    int at = -1;
    for (int i = 0; i < shown.size(); i++) {
      if (shown.get(i).candidateId().equals(selected)) {
        at = i;
      }
    }
    int to = at < 0 ? 0 : Math.clamp(at + step, 0, shown.size() - 1);
    list.scrollToIndex(Math.max(0, to - 2));
    if (to >= shown.size() - 3) {
      listener.more();
    }
    return shown.get(to).candidateId();
  }

  /** Whether this row shows words that the reader has not seen. */
  boolean unread(UUID candidateId) {
    return shown.stream()
        .anyMatch(row -> row.candidateId().equals(candidateId) && row.unread() > 0);
  }

  /** The first row with words that nobody has seen. */
  @Nullable UUID firstUnread() {
    return shown.stream()
        .filter(row -> row.unread() > 0)
        .map(QueueRow::candidateId)
        .findFirst()
        .orElse(null);
  }
}
