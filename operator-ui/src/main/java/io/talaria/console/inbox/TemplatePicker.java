package io.talaria.console.inbox;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.talaria.console.inbox.Composer.Sender;
import io.talaria.console.shell.Icon;
import io.talaria.console.words.Emphasis;
import io.talaria.console.words.Words;
import io.talaria.port.Outbound;
import org.jspecify.annotations.Nullable;

/** What the composer becomes when free text can't reach the candidate. */
class TemplatePicker extends Div {
  private final Words words = Words.here();
  private final Sender sender;
  private final Button send = new Button(words.say("template.send"));
  private Outbound.@Nullable Template template;

  TemplatePicker(Sender sender) {
    this.sender = sender;
    send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    send.addClassName("send");
    send.getElement().appendChild(Icon.key("Ctrl ↵").getElement());
    send.addClickListener(click -> send());
  }

  /**
   * @param offered null when the definition is not known here
   * @param name the candidate's first name
   */
  void show(Outbound.@Nullable Template offered, String name) {
    template = offered;
    removeAll();
    var sign = new Span(Icon.of("lock", ""));
    sign.addClassName("t-closed");
    var banner = new Div(sign, Emphasis.of(words.say("window.closed", "name", name), ""));
    banner.addClassNames("banner", "closed");
    add(banner);
    if (offered == null) {
      add(new Div(words.say("template.none", "name", name)));
      return;
    }
    var picker = new Div(list(offered), form(offered, name));
    picker.addClassName("picker");
    var room = new Span();
    room.addClassName("grow");
    var foot = new Div(room, send);
    foot.addClassName("row-flex");
    foot.getStyle().set("margin-top", "8px");
    add(picker, foot);
  }

  private UnorderedList list(Outbound.Template offered) {
    var name = new Div(offered.name());
    name.addClassName("med");
    var language = new Div(offered.language().replace('_', '-'));
    language.addClassName("s");
    var item = new ListItem(name, language);
    item.getElement().setAttribute("role", "option").setAttribute("aria-selected", "true");
    var list = new UnorderedList(item);
    list.addClassName("p-list");
    list.getElement().setAttribute("role", "listbox");
    list.getElement().setAttribute("aria-label", words.say("template.list"));
    return list;
  }

  private Div form(Outbound.Template offered, String name) {
    var as = new Div(words.say("template.preview", "name", name));
    as.addClassNames("micro", "quiet");
    as.getStyle().set("margin-bottom", "4px");
    var text = new Span(offered.body());
    text.addClassName("words");
    var bubble = new Div(text);
    bubble.addClassName("bub");
    var message = new Div(bubble);
    message.addClassNames("msg", "out", "human");
    var preview = new Div(as, message);
    preview.addClassName("preview");
    var form = new Div(preview);
    form.addClassName("p-form");
    return form;
  }

  void sending(boolean sending) {
    send.setEnabled(!sending);
  }

  private void send() {
    if (template != null) {
      sender.send(template);
    }
  }
}
