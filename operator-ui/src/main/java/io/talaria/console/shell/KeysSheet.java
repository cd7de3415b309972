package io.talaria.console.shell;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import io.talaria.console.words.Words;
import java.util.List;

/** Every key that works, and the switch that turns the single ones off. */
class KeysSheet extends Dialog {
  private static final List<List<String>> KEYS =
      List.of(
          List.of("j k", "keys.move"),
          List.of("t", "keys.take"),
          List.of("↵", "keys.open"),
          List.of("h", "keys.back"),
          List.of("a", "keys.give"),
          List.of("c", "keys.acknowledge"),
          List.of("y", "keys.approve"),
          List.of("e", "keys.edit"),
          List.of("n", "keys.reject"),
          List.of("1 – 7", "keys.tabs"),
          List.of("r", "keys.reply"),
          List.of("/", "keys.search"),
          List.of("Ctrl ↵", "keys.send"),
          List.of("u", "keys.unread"),
          List.of("i", "keys.card"),
          List.of("g i", "keys.inbox"),
          List.of("g f", "keys.funnel"),
          List.of("g s", "keys.starts"),
          List.of("g d", "keys.definitions"),
          List.of("g l", "keys.listings"),
          List.of("p", "keys.plan"),
          List.of("?", "keys.sheet"),
          List.of("Esc", "keys.close"));

  KeysSheet() {
    Words words = Words.here();
    setHeaderTitle(words.say("keys.title"));
    var list = new DescriptionList();
    list.addClassName("keys-sheet");
    for (List<String> key : KEYS) {
      var term = new Term();
      for (String cap : key.getFirst().split(" ")) {
        term.add(Icon.key(cap));
      }
      list.add(term, new Description(words.say(key.getLast())));
    }
    var single = new Checkbox(words.say("keys.single"));
    single.getElement().executeJs("return Talaria.keysOn()").then(Boolean.class, single::setValue);
    single.addValueChangeListener(
        change ->
            single.getElement().executeJs("Talaria.turnKeys($0)", (Object) change.getValue()));
    add(list, single);
  }
}
