package io.talaria.console.login;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.talaria.console.shell.Icon;
import io.talaria.console.words.Words;
import java.util.stream.Stream;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * Sign in. A form of the browser's own, so that password managers know it and the session's id
 * changes with the login.
 */
@Route(value = "login", autoLayout = false)
@AnonymousAllowed
class LoginView extends Div implements BeforeEnterObserver, HasDynamicTitle {
  private final Words words = Words.here();
  private final Div wrong = new Div();

  LoginView() {
    add(new Gate(form()));
    addClassName("center");
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var parameters = event.getLocation().getQueryParameters().getParameters();
    String why =
        Stream.of("wrong", "locked", "away").filter(parameters::containsKey).findFirst().orElse("");
    wrong.setVisible(!why.isEmpty());
    wrong.removeAll();
    if (!why.isEmpty()) {
      wrong.add(Icon.of("warn", "s"), new Span(words.say("login." + why)));
    }
  }

  @Override
  public String getPageTitle() {
    return words.say("login.title") + " · Talaria";
  }

  private Element form() {
    wrong.addClassName("wrong");
    wrong.getElement().setAttribute("role", "alert");
    var email = new EmailField(words.say("login.email"));
    email.getElement().setAttribute("name", "username").setAttribute("autocomplete", "username");
    email.setAutofocus(true);
    var password = new PasswordField(words.say("login.password"));
    password
        .getElement()
        .setAttribute("name", "password")
        .setAttribute("autocomplete", "current-password");
    var enter = new Button(words.say("login.continue"));
    enter.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    enter.getElement().appendChild(Icon.key("↵").getElement());
    Element form =
        new Element("form")
            .setAttribute("method", "post")
            .setAttribute("action", "login")
            .setAttribute("class", "login");
    Div head = new Div(new H1(words.say("login.title")), new Paragraph(words.say("login.what")));
    head.getComponentAt(0).addClassNames("title");
    head.getComponentAt(1).addClassNames("sm", "quiet");
    form.appendChild(
        head.getElement(),
        wrong.getElement(),
        email.getElement(),
        password.getElement(),
        token(),
        enter.getElement());
    // Vaadin's fields and button are no form controls to the browser: Enter and click submit here.
    enter
        .getElement()
        .executeJs("this.addEventListener('click', () => this.closest('form').requestSubmit())");
    password
        .getElement()
        .executeJs(
            "this.closest('form').addEventListener('keydown', e => { if (e.key === 'Enter')"
                + " this.closest('form').requestSubmit(); })");
    return form;
  }

  private static Element token() {
    var input = new Element("input").setAttribute("type", "hidden");
    if (VaadinServletRequest.getCurrent() != null
        && VaadinServletRequest.getCurrent().getAttribute(CsrfToken.class.getName())
            instanceof CsrfToken token) {
      input.setAttribute("name", token.getParameterName()).setAttribute("value", token.getToken());
    }
    return input;
  }
}
