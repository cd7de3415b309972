package io.talaria.console.login;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.server.VaadinSession;
import io.talaria.console.shell.Icon;
import io.talaria.console.shell.Scheme;
import io.talaria.console.words.Words;
import java.util.Locale;

/** What stands around the login and the welcome form: brand, wings, language and scheme. */
@JavaScript("context://talaria/console.js")
class Gate extends Div {
  Gate(Element form) {
    addClassName("gate-frame");
    getStyle().set("display", "contents");
    var wing = new Span(Icon.of("wings", ""));
    wing.addClassName("wingbg");
    wing.getElement().setAttribute("aria-hidden", "true");
    var name = new Element("b").setText("Talaria");
    var brand = new Div(Icon.of("wing", ""));
    brand.addClassName("brand");
    brand.getElement().appendChild(name);
    var main = new Main(brand);
    main.addClassName("gate");
    main.getElement().appendChild(form);
    main.add(choices());
    add(wing, main);
  }

  private static Div choices() {
    var row = new Div(Icon.of("globe", "s"));
    row.addClassNames("row-flex", "xs", "quiet");
    var languages = new Div();
    languages.addClassName("choice-row");
    Locale now = Words.here().locale();
    for (Locale language : Words.LANGUAGES) {
      var button = new NativeButton(Words.here().say("language." + language.getLanguage()));
      button.getElement().setAttribute("aria-pressed", String.valueOf(language.equals(now)));
      button.getElement().setAttribute("lang", language.toLanguageTag());
      button.addClickListener(
          click -> {
            VaadinSession.getCurrent().setLocale(language);
            click.getSource().getUI().ifPresent(ui -> ui.getPage().reload());
          });
      languages.add(button);
    }
    var scheme = new NativeButton(Words.here().say("scheme.switch"));
    scheme.addClickListener(click -> Scheme.toggle(UI.getCurrent()));
    var schemes = new Div(scheme);
    schemes.addClassName("choice-row");
    row.add(languages, Icon.of("moon", "s"), schemes);
    return row;
  }
}
