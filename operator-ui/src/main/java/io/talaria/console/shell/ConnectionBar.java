package io.talaria.console.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.talaria.console.words.Words;

/**
 * Says that the server is out of reach, since when, and when it is back. The browser shows it by
 * itself from the texts that it was given, since nobody could tell it then.
 */
class ConnectionBar extends Div {
  ConnectionBar() {
    Words words = Words.here();
    addClassNames("banner", "lost");
    setId("connection-bar");
    getElement().setAttribute("role", "alert").setAttribute("hidden", true);
    var text = new Span();
    text.addClassNames("grow");
    getElement()
        .setAttribute("data-lost", words.say("lost"))
        .setAttribute("data-asof", words.say("live.off"));
    var again = new NativeButton(words.say("lost.try"));
    again.getElement().setAttribute("onclick", "Talaria.tryNow()");
    add(Icon.of("off", ""), text, again);
  }
}
