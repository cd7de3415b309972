package io.talaria.console.funnel;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Apache ECharts behind one method. A text that begins with {@code --} is a token and becomes its
 * colour in the browser, again whenever the colour scheme changes.
 */
@Tag("div")
@JavaScript("context://vendor/echarts/echarts.common.min.js")
@JavaScript("context://talaria/echart.js")
class EChart extends Component implements HasSize, HasStyle {
  /** The library is large and may arrive after the page; the newest option is drawn then. */
  private static final String DRAW =
      "this.talWanted = $0; const draw = () => window.TalariaChart && window.echarts"
          + " ? TalariaChart.draw(this, this.talWanted) : setTimeout(draw, 50); draw();";

  private @Nullable ObjectNode option;

  /**
   * @param label what a screen reader says of the picture
   * @param chosen series id and index of what was clicked
   */
  EChart(String label, BiConsumer<String, Integer> chosen) {
    addClassName("echart");
    getElement().setAttribute("role", "img").setAttribute("aria-label", label);
    getElement()
        .addEventListener(
            "chart-chosen",
            event ->
                chosen.accept(
                    event.getEventData().get("event.detail.series").asString(),
                    event.getEventData().get("event.detail.index").asInt()))
        .addEventData("event.detail.series")
        .addEventData("event.detail.index");
  }

  /** Draws this option; what was drawn before moves into it. */
  void draw(ObjectNode wanted) {
    if (!wanted.equals(option)) {
      option = wanted;
      if (isAttached()) {
        getElement().executeJs(DRAW, wanted);
      }
    }
  }

  @Override
  protected void onAttach(AttachEvent event) {
    if (option != null) {
      getElement().executeJs(DRAW, option);
    }
  }
}
