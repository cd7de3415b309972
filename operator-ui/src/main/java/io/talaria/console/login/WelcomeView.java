package io.talaria.console.login;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.talaria.console.words.Words;
import io.talaria.journal.operator.OperatorLinks;
import io.talaria.journal.operator.OperatorLinks.Invited;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Where a one-time link leads: the person chooses a password, once. */
@Route(value = "welcome", autoLayout = false)
@AnonymousAllowed
class WelcomeView extends Div implements HasUrlParameter<String>, HasDynamicTitle {
  static final int SHORTEST = 12;

  /** bcrypt reads 72 bytes; more would be cut in silence, so it is refused. */
  private static final int LONGEST_BYTES = 72;

  private final OperatorLinks links;
  private final PasswordEncoder passwords;
  private final Words words = Words.here();

  WelcomeView(OperatorLinks links, PasswordEncoder passwords) {
    this.links = links;
    this.passwords = passwords;
    addClassName("center");
  }

  @Override
  public void setParameter(BeforeEvent event, String secret) {
    removeAll();
    Div card = links.peek(secret).map(person -> form(secret, person)).orElseGet(this::worn);
    add(new Gate(card.getElement()));
  }

  @Override
  public String getPageTitle() {
    return words.say("welcome.title") + " · Talaria";
  }

  private Div form(String secret, Invited person) {
    var first = field("welcome.password");
    first.setHelperText(words.say("welcome.rule", "n", SHORTEST));
    var second = field("welcome.again");
    var save = new Button(words.say("welcome.save"));
    save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    Div card = card(words.say("welcome.hello", "name", person.name()), person.email());
    card.add(first, second, save);
    save.addClickListener(click -> save(card, secret, first, second));
    return card;
  }

  private void save(Div card, String secret, PasswordField first, PasswordField second) {
    String password = first.getValue();
    boolean fits =
        password.length() >= SHORTEST
            && password.getBytes(java.nio.charset.StandardCharsets.UTF_8).length <= LONGEST_BYTES;
    first.setInvalid(!fits);
    first.setErrorMessage(words.say("welcome.rule", "n", SHORTEST));
    boolean same = password.equals(second.getValue());
    second.setInvalid(fits && !same);
    second.setErrorMessage(words.say("welcome.differ"));
    if (!fits || !same) {
      return;
    }
    boolean done = links.redeem(secret, passwords.encode(password));
    removeAll();
    add(new Gate((done ? done() : worn()).getElement()));
  }

  private PasswordField field(String key) {
    var field = new PasswordField(words.say(key));
    field.getElement().setAttribute("autocomplete", "new-password");
    return field;
  }

  private Div done() {
    Div card = card(words.say("welcome.done"), words.say("welcome.done.next"));
    card.add(new Anchor("login", words.say("login.title")));
    return card;
  }

  private Div worn() {
    return card(words.say("welcome.worn"), words.say("welcome.worn.next"));
  }

  private static Div card(String title, String text) {
    var heading = new H1(title);
    heading.addClassName("title");
    var below = new Paragraph(text);
    below.addClassNames("sm", "quiet");
    var card = new Div(new Div(heading, below));
    card.addClassName("login");
    return card;
  }
}
