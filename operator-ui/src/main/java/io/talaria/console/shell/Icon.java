package io.talaria.console.shell;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;

/** A sign of our own sprite, hidden from screen readers: a word always stands beside it. */
public final class Icon extends Span {
  private Icon(String symbol, String size) {
    addClassName("ico");
    getElement().setAttribute("aria-hidden", "true");
    // Flow makes HTML elements only; an SVG must come through the parser. Both parts are constants.
    getElement().setProperty("innerHTML", svg(symbol, size));
  }

  /**
   * @param symbol id in {@code icons.svg}
   * @param size empty, or one of {@code xs s l}
   */
  public static Icon of(String symbol, String size) {
    return new Icon(symbol, size);
  }

  /** The markup, for templates. */
  public static String svg(String symbol, String size) {
    return "<svg class=\"i " + size + "\"><use href=\"talaria/icons.svg#" + symbol + "\"/></svg>";
  }

  /** A key as it stands beside what it does. */
  public static Keycap key(String key) {
    return new Keycap(key);
  }

  /** A drawn key. */
  @com.vaadin.flow.component.Tag("kbd")
  public static final class Keycap extends com.vaadin.flow.component.Component {
    Keycap(String key) {
      getElement().appendChild(Element.createText(key));
      getElement().setAttribute("aria-hidden", "true");
    }
  }
}
