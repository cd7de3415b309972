package io.talaria.console.inbox;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.talaria.console.words.Words;
import io.talaria.journal.reading.QueueTab;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The tabs, each with its count. */
class QueueTabs extends Div {
  private final Map<QueueTab, NativeButton> buttons = new EnumMap<>(QueueTab.class);
  private final Map<QueueTab, Span> numbers = new EnumMap<>(QueueTab.class);
  private final Words words = Words.here();

  QueueTabs(Consumer<QueueTab> chosen) {
    addClassName("q-tabs");
    getElement().setAttribute("role", "tablist");
    for (QueueTab tab : QueueTab.values()) {
      var number = new Span();
      number.addClassName("n");
      var button = new NativeButton("", click -> chosen.accept(tab));
      button.add(new Span(words.say("tab." + tab.name())), number);
      button.getElement().setAttribute("role", "tab");
      buttons.put(tab, button);
      numbers.put(tab, number);
      add(button);
    }
    choose(null);
    // On a phone they are wider than the screen.
    addAttachListener(attached -> getElement().executeJs("Talaria.inView(this)"));
  }

  void choose(@Nullable QueueTab chosen) {
    buttons.forEach(
        (tab, button) ->
            button.getElement().setAttribute("aria-selected", String.valueOf(tab == chosen)));
  }

  void counts(Map<QueueTab, Long> counts) {
    counts.forEach(
        (tab, count) -> {
          Span number = numbers.get(tab);
          if (number != null) {
            number.setText(words.number(count));
            number.removeClassNames("t-risk", "t-unc", "t-human");
            if (count > 0 && (tab == QueueTab.AT_RISK || tab == QueueTab.NEEDS_HUMAN)) {
              number.addClassName("t-risk");
            } else if (count > 0 && tab == QueueTab.REVIEW) {
              number.addClassName("t-human");
            } else if (count > 0 && tab == QueueTab.UNCERTAIN) {
              number.addClassName("t-unc");
            }
          }
        });
  }
}
