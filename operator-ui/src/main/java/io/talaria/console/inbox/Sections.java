package io.talaria.console.inbox;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import org.jspecify.annotations.Nullable;

/** Foldable parts of the card: the browser's own details, which keyboards and readers know. */
final class Sections {
  private Sections() {}

  /** An open part with its title, something beside it, and a quiet word at the right. */
  static Element open(String title, @Nullable Component beside, String more) {
    Element summary = new Element("summary").appendChild(Element.createText(title));
    if (beside != null) {
      summary.appendChild(beside.getElement());
    }
    if (!more.isEmpty()) {
      summary.appendChild(new Element("span").setAttribute("class", "more").setText(more));
    }
    return new Element("details")
        .setAttribute("class", "sec")
        .setAttribute("open", true)
        .appendChild(summary);
  }

  static Component wrap(Element section) {
    var holder = new Div();
    holder.getStyle().set("display", "contents");
    holder.getElement().appendChild(section);
    return holder;
  }
}
