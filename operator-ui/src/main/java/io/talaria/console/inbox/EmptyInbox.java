package io.talaria.console.inbox;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import io.talaria.console.ConsoleSettings;
import io.talaria.console.login.SignedIn;
import io.talaria.console.shell.Icon;
import io.talaria.console.words.Words;
import org.jspecify.annotations.Nullable;

/** What stands in the middle when no conversation is open: never nothing. */
final class EmptyInbox {
  private EmptyInbox() {}

  /** Nobody has written yet: how somebody does. */
  static Component first(SignedIn me, ConsoleSettings settings) {
    Words words = Words.here();
    var mark = new Span(Icon.of("wing", "l"));
    mark.addClassName("t-human");
    var title = new H2(words.say("first.title", "name", me.firstName()));
    title.addClassName("title");
    var lead = new Paragraph(words.say("empty.first"));
    lead.addClassName("quiet");
    var todo = new OrderedList();
    todo.addClassName("todo");
    int number = 1;
    if (settings.phoneUrl() != null) {
      var open = new Anchor(settings.phoneUrl().toString(), words.say("first.phone.open"));
      open.setTarget("_blank");
      todo.add(item(number++, "first.phone", null, open));
    }
    todo.add(item(number++, "first.number", "/webhooks/whatsapp", null));
    if (me.lead()) {
      todo.add(item(number, "first.team", null, null));
    }
    var page = new Div(new Div(mark, title, lead), todo);
    page.addClassName("first");
    return scrolled(page);
  }

  /** A queue with people, and none chosen. */
  static Component choose() {
    Words words = Words.here();
    var title = new H2(words.say("choose.title"));
    title.addClassName("title");
    var next = new Paragraph(words.say("choose.next"));
    next.addClassName("quiet");
    var page = new Div(new Div(title, next));
    page.addClassName("first");
    return scrolled(page);
  }

  /** An address of somebody who is not here. */
  static Component unknown() {
    Words words = Words.here();
    var title = new H2(words.say("unknown.title"));
    title.addClassName("title");
    var next = new Paragraph(words.say("unknown.next"));
    next.addClassName("quiet");
    var page = new Div(new Div(title, next, new Anchor("inbox", words.say("error.inbox"))));
    page.addClassName("first");
    return scrolled(page);
  }

  private static ListItem item(
      int number, String key, @Nullable String code, @Nullable Component act) {
    Words words = Words.here();
    var sign = new Span(String.valueOf(number));
    sign.addClassName("st");
    sign.setClassName("now", number == 1);
    var text = new Paragraph(words.say(key + ".what"));
    if (code != null) {
      text.getElement().appendChild(new Element("code").setText(code));
    }
    var about = new Div();
    about.getElement().appendChild(new Element("b").setText(words.say(key)));
    about.add(text);
    var item = new ListItem(sign, about);
    if (act != null) {
      item.add(act);
    }
    return item;
  }

  private static Component scrolled(Component page) {
    var scroll = new Div(page);
    scroll.addClassName("scroll");
    return scroll;
  }
}
