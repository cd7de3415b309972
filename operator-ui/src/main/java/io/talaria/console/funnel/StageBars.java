package io.talaria.console.funnel;

import io.talaria.console.words.Words;
import java.util.List;
import java.util.function.ToLongFunction;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The stages as stacked bars: moved on, here now, lost; two unseen series carry words. */
final class StageBars {
  /** Height of a bar with its line of facts. */
  static final int ROW = 62;

  private static final int BAR = 24;

  /** Room for names of stages; translated ones are longer. */
  private static final int NAMES = 180;

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final List<StageBar> bars;
  private final Words words;

  StageBars(List<StageBar> bars, Words words) {
    this.bars = bars;
    this.words = words;
  }

  /** The series' ids are names of the parts of a stage, as the inbox filters by them. */
  ObjectNode option() {
    ObjectNode option = JSON.objectNode();
    option
        .putObject("grid")
        .put("left", NAMES + 8)
        .put("right", 40)
        .put("top", 6)
        .put("bottom", 26);
    option
        .putObject("tooltip")
        .put("trigger", "item")
        .put("backgroundColor", "--tal-overlay")
        .put("borderColor", "--tal-hairline")
        .putObject("textStyle")
        .put("color", "--vaadin-text-color")
        .put("fontSize", 12);
    ObjectNode x = option.putObject("xAxis").put("type", "value").put("minInterval", 1);
    x.putObject("axisLabel").put("color", "--tal-text-quiet").put("fontSize", 11);
    x.putObject("splitLine").putObject("lineStyle").put("color", "--tal-chart-grid");
    yAxis(option);
    ArrayNode series = option.putArray("series");
    series.add(facts());
    series.add(chevrons());
    series.add(part("MOVED_ON", "funnel.moved", "--tal-chart-1", bar -> bar.stage().movedOn()));
    series.add(part("HERE", "funnel.here", "--tal-chart-3", bar -> bar.stage().here()));
    series.add(lost());
    return option;
  }

  private void yAxis(ObjectNode option) {
    ObjectNode y = option.putObject("yAxis").put("type", "category").put("inverse", true);
    // The name with its number opens everybody who entered.
    y.put("triggerEvent", true);
    y.putObject("axisLine").put("show", false);
    y.putObject("axisTick").put("show", false);
    ObjectNode label =
        y.putObject("axisLabel").put("align", "left").put("margin", NAMES).put("interval", 0);
    label.put("color", "--vaadin-text-color");
    ObjectNode rich = label.putObject("rich");
    rich.putObject("n")
        .put("fontWeight", 600)
        .put("fontSize", 13)
        .put("lineHeight", 18)
        .put("color", "--vaadin-text-color");
    rich.putObject("e").put("fontSize", 11).put("lineHeight", 15).put("color", "--tal-text-quiet");
    ArrayNode names = y.putArray("data");
    for (StageBar bar : bars) {
      names.add(
          "{n|%s}\n{e|%s}"
              .formatted(
                  bar.name(),
                  words.say("funnel.entered", "n", words.number(bar.stage().entered()))));
    }
  }

  private ObjectNode part(String id, String key, String colour, ToLongFunction<StageBar> count) {
    ObjectNode part =
        JSON.objectNode()
            .put("type", "bar")
            .put("id", id)
            .put("name", words.say(key))
            .put("stack", "stage")
            .put("barWidth", BAR)
            .put("z", 3)
            .put("cursor", "pointer");
    part.putObject("itemStyle").put("color", colour).put("borderRadius", 3);
    ArrayNode data = part.putArray("data");
    for (StageBar bar : bars) {
      long value = count.applyAsLong(bar);
      ObjectNode item = data.addObject().put("value", value);
      if (id.equals("MOVED_ON") && value > 0) {
        item.putObject("label")
            .put("show", true)
            .put("position", "insideLeft")
            .put("formatter", words.number(value))
            .put("color", "--tal-raised")
            .put("fontWeight", 600)
            .put("fontSize", 12);
      }
    }
    return part;
  }

  /** Hatched: lost is told by its shape too. */
  private ObjectNode lost() {
    ObjectNode lost = part("LOST", "funnel.lost", "--tal-pane", bar -> bar.stage().lost());
    ObjectNode style = (ObjectNode) lost.get("itemStyle");
    style.put("borderColor", "--tal-chart-lost").put("borderWidth", 1);
    for (int i = 0; i < bars.size(); i++) {
      if (bars.get(i).stage().lost() == 0) {
        // Without this the outline of nothing would stand as a line.
        ((ObjectNode) lost.get("data").get(i)).putObject("itemStyle").put("borderWidth", 0);
      }
    }
    ObjectNode decal = style.putObject("decal").put("symbol", "rect");
    decal.put("color", "--tal-chart-lost").put("rotation", -Math.PI / 4);
    decal.putArray("dashArrayX").add(1).add(0);
    decal.putArray("dashArrayY").add(2).add(4);
    return lost;
  }

  private ObjectNode facts() {
    ObjectNode facts = unseen("facts");
    facts.put("silent", true);
    ArrayNode data = facts.putArray("data");
    for (StageBar bar : bars) {
      ObjectNode label =
          data.addObject()
              .put("value", bar.stage().entered())
              .putObject("label")
              .put("show", true)
              .put("formatter", bar.facts(words));
      label.putArray("position").add(0).add(BAR + 6);
      ObjectNode rich = label.putObject("rich");
      rich.putObject("b")
          .put("fontWeight", 600)
          .put("fontSize", 12)
          .put("color", "--vaadin-text-color");
      rich.putObject("q").put("fontSize", 12).put("color", "--tal-text-quiet");
      rich.putObject("r").put("fontSize", 12).put("color", "--tal-risk-text");
    }
    return facts;
  }

  private ObjectNode chevrons() {
    ObjectNode chevrons = unseen("ENTERED");
    ArrayNode data = chevrons.putArray("data");
    for (StageBar bar : bars) {
      data.addObject()
          .put("value", bar.stage().entered())
          .putObject("label")
          .put("show", true)
          .put("position", "right")
          .put("formatter", "›")
          .put("fontSize", 18)
          .put("color", "--tal-text-quiet");
    }
    return chevrons;
  }

  private ObjectNode unseen(String id) {
    ObjectNode series =
        JSON.objectNode()
            .put("type", "bar")
            .put("id", id)
            .put("name", words.say("part.ENTERED"))
            .put("barGap", "-100%")
            .put("barWidth", BAR)
            .put("z", 1)
            .put("cursor", "pointer");
    series.putObject("itemStyle").put("color", "transparent");
    return series;
  }
}
