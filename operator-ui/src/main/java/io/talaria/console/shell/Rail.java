package io.talaria.console.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.RouterLink;
import io.talaria.console.words.Words;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where one can go, with what waits there. */
class Rail extends Nav {
  private final Map<String, Element> links = new LinkedHashMap<>();
  private final Span mine = new Span();
  private final Span quarantined = new Span();

  Rail(Component me) {
    Words words = Words.here();
    addClassName("rail");
    getElement().setAttribute("aria-label", words.say("rail"));
    var mark = new Span(Icon.of("wing", ""));
    mark.addClassName("mark");
    add(mark);
    link("inbox", "inbox", words.say("rail.inbox"), mine);
    link("funnel", "funnel", words.say("rail.funnel"), new Span());
    link("starts", "clock", words.say("rail.starts"), new Span());
    link("definitions", "doc", words.say("rail.definitions"), new Span());
    link("listings", "table", words.say("rail.listings"), new Span());
    link("quarantine", "quar", words.say("rail.quarantine"), quarantined);
    var room = new Span();
    room.addClassName("grow");
    var keys = new NativeButton("", click -> new KeysSheet().open());
    keys.addClassName("keys");
    keys.add(Icon.of("help", "l"), new Span(words.say("rail.keys")));
    add(room, keys, me);
    count(0, 0);
    // On a phone it may be wider than the screen.
    addAttachListener(attached -> getElement().executeJs("Talaria.inView(this)"));
  }

  /** Marks where the reader is. */
  void at(String segment) {
    links.forEach(
        (path, link) -> {
          if (path.equals(segment)) {
            link.setAttribute("aria-current", "page");
          } else {
            link.removeAttribute("aria-current");
          }
        });
  }

  void count(long own, long inQuarantine) {
    show(mine, own);
    show(quarantined, inQuarantine);
  }

  private void link(String path, String icon, String label, Span count) {
    var link = new RouterLink();
    link.getElement().setAttribute("href", path);
    link.add(Icon.of(icon, "l"), new Span(label));
    count.addClassName("cnt");
    count.setVisible(false);
    link.add(count);
    links.put(path, link.getElement());
    add(link);
  }

  private static void show(Span badge, long count) {
    badge.setText(Words.here().number(count));
    badge.setVisible(count > 0);
  }
}
