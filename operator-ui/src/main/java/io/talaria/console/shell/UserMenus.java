package io.talaria.console.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Hr;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.server.VaadinSession;
import io.talaria.console.ConsoleSettings;
import io.talaria.console.login.CurrentOperator;
import io.talaria.console.login.SignedIn;
import io.talaria.console.words.Initials;
import io.talaria.console.words.Words;
import io.talaria.journal.operator.OperatorLinks;
import io.talaria.journal.operator.Operators;
import java.util.Locale;

/** Who is signed in, the language, the scheme, a new colleague, and the way out. */
@org.springframework.stereotype.Component
class UserMenus {
  private final Operators operators;
  private final OperatorLinks links;
  private final ConsoleSettings settings;
  private final CurrentOperator current;

  UserMenus(
      Operators operators, OperatorLinks links, ConsoleSettings settings, CurrentOperator current) {
    this.operators = operators;
    this.links = links;
    this.settings = settings;
    this.current = current;
  }

  /** The button at the foot of the rail with its menu. */
  Component forPerson(SignedIn me) {
    var face = new Span(new Span(Initials.of(me.name())));
    face.addClassNames("av", "s");
    var button = new NativeButton();
    button.addClassName("me");
    button.add(face);
    button.getElement().setAttribute("aria-label", me.name());
    var menu = new Popover();
    menu.setTarget(button);
    menu.setPosition(PopoverPosition.END_BOTTOM);
    menu.setAriaLabel(me.name());
    menu.add(panel(me, menu));
    var both = new Div(button, menu);
    both.getStyle().set("display", "contents");
    return both;
  }

  private Div panel(SignedIn me, Popover menu) {
    Words words = Words.here();
    var name = new Span(me.name());
    name.addClassName("semi");
    var role = new Span(words.say("role." + me.role().name()) + " · " + me.email());
    role.addClassNames("xs", "quiet");
    var who = new Div(new Div(name), new Div(role));
    var panel = new Div(who, new Hr(), languages(me), schemes());
    if (me.lead()) {
      var add =
          new Button(
              words.say("colleague.add"),
              click -> {
                menu.close();
                var dialog = new ColleagueDialog(me, operators, links, settings);
                // What opened it is gone with the menu; the focus goes to where that opens.
                dialog.addClosedListener(
                    closed -> menu.getTarget().getElement().callJsFunction("focus"));
                dialog.open();
              });
      panel.add(new Hr(), add);
    }
    panel.add(new Hr(), new Button(words.say("logout"), click -> current.signOut()));
    panel.addClassName("menu-panel");
    return panel;
  }

  private Div languages(SignedIn me) {
    var row = new Div();
    row.addClassName("choice-row");
    for (Locale language : Words.LANGUAGES) {
      var choice = new NativeButton(Words.here().say("language." + language.getLanguage()));
      choice.getElement().setAttribute("lang", language.toLanguageTag());
      choice
          .getElement()
          .setAttribute("aria-pressed", String.valueOf(language.equals(Words.here().locale())));
      choice.addClickListener(
          click -> {
            operators.speak(me.id(), language.toLanguageTag());
            VaadinSession.getCurrent().setLocale(language);
            click.getSource().getUI().ifPresent(ui -> ui.getPage().reload());
          });
      row.add(choice);
    }
    return row;
  }

  private static Div schemes() {
    var row = new Div();
    row.addClassName("choice-row");
    for (var scheme :
        new ColorScheme.Value[] {
          ColorScheme.Value.LIGHT, ColorScheme.Value.DARK, ColorScheme.Value.LIGHT_DARK
        }) {
      row.add(
          new NativeButton(
              Words.here().say("scheme." + scheme.name()),
              click -> Scheme.set(UI.getCurrent(), scheme)));
    }
    return row;
  }
}
