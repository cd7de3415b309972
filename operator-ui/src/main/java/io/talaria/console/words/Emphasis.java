package io.talaria.console.words;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;

/** A sentence whose weighty parts stand out. */
public final class Emphasis {
  private Emphasis() {}

  /** The first sentence in bold, and the given part of the rest, when it is there. */
  public static Span of(String text, String part) {
    var span = new Span();
    int end = text.indexOf(". ");
    int at = end < 0 ? -1 : text.indexOf(part, end);
    if (end < 0) {
      span.setText(text);
      return span;
    }
    bold(span, text.substring(0, end + 1));
    if (part.isEmpty() || at < 0) {
      plain(span, text.substring(end + 1));
    } else {
      plain(span, text.substring(end + 1, at));
      bold(span, part);
      plain(span, text.substring(at + part.length()));
    }
    return span;
  }

  private static void bold(Span span, String text) {
    span.getElement().appendChild(new Element("b").setText(text));
  }

  private static void plain(Span span, String text) {
    span.getElement().appendChild(Element.createText(text));
  }
}
