package io.talaria.console.funnel;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import io.talaria.console.shell.Icon;
import io.talaria.console.words.Moments;
import io.talaria.console.words.Words;
import io.talaria.journal.reading.Funnel;
import io.talaria.journal.reading.QueueFilter.Part;
import io.talaria.journal.reading.QueueTab;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What the funnel page shows of what was counted. */
class FunnelPage {
  private static final int NARROW = 640;

  private final Words words = Words.here();
  private final Moments moments = Moments.here();
  private final Span live = new Span();
  private final Select<String> definitions = new Select<>();
  private final Div filters = new Div();
  private final Div body = new Div();
  private final Div tiles = new Div();
  private final Anchor started = new Anchor();
  private final EChart chart;
  private final Div table = new Div();
  private final Button turn = new Button();
  private boolean asTable;
  private List<StageBar> bars = List.of();
  private People people = new People("");

  FunnelPage(Consumer<String> choose) {
    chart = new EChart(words.say("funnel.stages"), this::open);
    live.addClassNames("micro", "quiet");
    live.setText(words.say("funnel.counting"));
    tiles.addClassName("kpis");
    started.addClassName("quiet");
    table.setVisible(false);
    turn.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
    turn.addClickListener(click -> turn());
    definitions.setAriaLabel(words.say("funnel.definition"));
    definitions.addValueChangeListener(
        change -> {
          if (change.isFromClient() && change.getValue() != null) {
            choose.accept(change.getValue());
          }
        });
    filters.addClassName("filters");
    filters.setVisible(false);
    body.addClassName("grid12");
    // Bars need width for their facts; on a phone the numbers come first.
    asTable = narrow();
    drawTurn();
  }

  private static boolean narrow() {
    UI ui = UI.getCurrent();
    var details = ui == null ? null : ui.getInternals().getExtendedClientDetails();
    int width = details == null ? 0 : details.getWindowInnerWidth();
    return width > 0 && width < NARROW;
  }

  Component bar() {
    var title = new H1(words.say("rail.funnel"));
    title.addClassName("title");
    var bar = new Header(title, live);
    bar.addClassName("bar");
    return bar;
  }

  Component filters() {
    var room = new Span();
    room.addClassName("grow");
    var hint = new Span(words.say("funnel.hint"));
    hint.addClassNames("xs", "quiet");
    filters.add(definitions, room, hint);
    return filters;
  }

  Component body() {
    return body;
  }

  void failed() {
    live.addClassNames("live", "off");
    live.setText(words.say("live.off", "t", moments.second(Instant.now())));
    if (body.getChildren().findAny().isEmpty()) {
      body.add(instead(words.say("error.journal"), ""));
    }
  }

  void show(Funnel funnel, List<StageBar> counted) {
    live.addClassName("live");
    live.removeClassName("off");
    live.setText(words.say("funnel.counted", "t", moments.second(Instant.now())));
    bars = counted;
    if (funnel.definitions().isEmpty()) {
      filters.setVisible(false);
      body.removeAll();
      body.add(instead(words.say("funnel.empty"), words.say("funnel.empty.next")));
      return;
    }
    filters.setVisible(true);
    definitions.setItems(funnel.definitions());
    definitions.setValue(funnel.definition());
    people = new People(funnel.definition());
    tiles.removeAll();
    tiles.add(
        tile("funnel.active", funnel.active(), people.open(QueueTab.ALL)),
        tile("funnel.risk", funnel.atRisk(), people.open(QueueTab.AT_RISK)),
        completed(funnel));
    started.setHref(people.of(Part.STARTED));
    started.setText(
        words.say("funnel.started", "n", words.number(funnel.active() + funnel.finished())));
    chart.setHeight(counted.size() * StageBars.ROW + 34 + "px");
    chart.draw(new StageBars(counted, words).option());
    table.removeAll();
    table.add(new StageTable(counted, people));
    if (tiles.getParent().isEmpty()) {
      body.removeAll();
      body.add(tiles, panel());
    }
  }

  private Component panel() {
    var title = new H2(words.say("funnel.stages"));
    var tools = new Span(turn);
    tools.addClassName("tools");
    var head = new Header(title, started, tools);
    var panel = new Section(head, legend(), chart, table);
    panel.addClassNames("panel", "stages");
    panel.getStyle().set("grid-column", "1 / -1");
    return panel;
  }

  private Component legend() {
    var legend = new Div();
    legend.addClassName("legend");
    for (var entry :
        List.of(
            Map.entry("one", "funnel.moved"),
            Map.entry("three", "funnel.here.out"),
            Map.entry("gone", "funnel.lost.why"))) {
      var mark = new Span();
      mark.getElement().setProperty("innerHTML", "<i class=\"" + entry.getKey() + "\"></i>");
      legend.add(new Span(mark, new Span(words.say(entry.getValue()))));
    }
    return legend;
  }

  private Component tile(String key, long number, String href) {
    var value = new Span(words.number(number));
    value.addClassName("n");
    var tile = new Anchor(href);
    tile.add(label(words.say(key)), value);
    tile.addClassName("kpi");
    return tile;
  }

  /** Two numbers, each with its people: who completed, of those who finished. */
  private Component completed(Funnel funnel) {
    String share =
        funnel.finished() == 0
            ? "–"
            : String.format(
                words.locale(), "%.1f %%", 100.0 * funnel.completed() / funnel.finished());
    var some = new Span(words.say("funnel.completed.of", "n", words.number(funnel.completed())));
    some.addClassName("small");
    var completed = new Anchor(people.of(Part.COMPLETED));
    completed.add(new Span(share), some);
    completed.addClassName("main");
    var finished = new Anchor(people.of(Part.ENDED));
    finished.setText(words.say("funnel.finished", "n", words.number(funnel.finished())));
    finished.addClassName("small");
    var numbers = new Div(completed, finished);
    numbers.addClassName("n");
    var tile = new Div(label(words.say("funnel.completed")), numbers);
    tile.addClassNames("kpi", "two");
    return tile;
  }

  private static Component label(String text) {
    var label = new Span(text);
    label.addClassName("k");
    return label;
  }

  private static Component instead(String title, String next) {
    var heading = new H2(title);
    heading.addClassName("title");
    var text = new Paragraph(next);
    text.addClassName("quiet");
    var page = new Div(new Div(heading, text));
    page.addClassName("first");
    page.getStyle().set("grid-column", "1 / -1");
    return page;
  }

  private void turn() {
    asTable = !asTable;
    drawTurn();
  }

  private void drawTurn() {
    chart.setVisible(!asTable);
    table.setVisible(asTable);
    turn.setText(words.say(asTable ? "funnel.chart" : "funnel.table"));
    turn.setIcon(Icon.of("table", "s"));
  }

  /** A part of a bar opens its people. */
  private void open(String part, int index) {
    if (index < bars.size()) {
      UI.getCurrent().navigate("inbox", people.at(Part.valueOf(part), bars.get(index).id()));
    }
  }
}
