package io.talaria.console.inbox;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message as WhatsApp shows it: {@code *words*} are bold.
 *
 * @see <a href="https://faq.whatsapp.com/539178204879377">How to format your messages</a>
 */
final class Marked {
  /** Not within a word or an address, and without a space inside the marks. */
  private static final Pattern BOLD =
      Pattern.compile("(?<![^\\s(])\\*(?=\\S)([^*\\n]+)(?<=\\S)\\*(?![\\p{L}\\p{N}])");

  private Marked() {}

  static Span of(String text) {
    var span = new Span();
    Matcher bold = BOLD.matcher(text);
    int from = 0;
    while (bold.find()) {
      plain(span, text.substring(from, bold.start()));
      span.getElement().appendChild(new Element("b").setText(bold.group(1)));
      from = bold.end();
    }
    plain(span, text.substring(from));
    return span;
  }

  private static void plain(Span span, String text) {
    if (!text.isEmpty()) {
      span.getElement().appendChild(Element.createText(text));
    }
  }
}
