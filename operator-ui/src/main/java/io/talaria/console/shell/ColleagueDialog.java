package io.talaria.console.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import io.talaria.console.ConsoleSettings;
import io.talaria.console.login.SignedIn;
import io.talaria.console.words.Words;
import io.talaria.journal.operator.Operator;
import io.talaria.journal.operator.Operator.Role;
import io.talaria.journal.operator.OperatorLinks;
import io.talaria.journal.operator.Operators;

/** A lead adds a colleague and gets a one-time link to hand over; it is shown this once. */
class ColleagueDialog extends Dialog {
  private final Words words = Words.here();
  private final TextField name = new TextField(words.say("colleague.name"));
  private final EmailField email = new EmailField(words.say("login.email"));
  private final Select<Role> role = new Select<>();
  private final SignedIn lead;
  private final Operators operators;
  private final OperatorLinks links;
  private final ConsoleSettings settings;

  ColleagueDialog(
      SignedIn lead, Operators operators, OperatorLinks links, ConsoleSettings settings) {
    this.lead = lead;
    this.operators = operators;
    this.links = links;
    this.settings = settings;
    setHeaderTitle(words.say("colleague.add"));
    setWidth("440px");
    role.setLabel(words.say("colleague.role"));
    role.setItems(Role.values());
    role.setItemLabelGenerator(item -> words.say("role." + item.name()));
    role.setValue(Role.RECRUITER);
    name.setMaxLength(120);
    name.setAutofocus(true);
    email.setErrorMessage(words.say("colleague.email.wrong"));
    var form = new Div(name, email, role);
    form.addClassName("one-time");
    add(form);
    var save = new Button(words.say("colleague.save"), click -> save());
    save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    CtrlEnter.presses(save);
    getFooter().add(new Button(words.say("cancel"), click -> close()), save);
  }

  private void save() {
    if (!lead.lead()) {
      throw new IllegalStateException("Only a lead adds colleagues");
    }
    name.setInvalid(name.getValue().isBlank());
    name.setErrorMessage(words.say("colleague.name.missing"));
    boolean address = !email.getValue().isBlank() && !email.isInvalid();
    email.setInvalid(!address);
    if (!address || name.getValue().isBlank()) {
      return;
    }
    operators
        .add(lead.accountId(), email.getValue(), name.getValue(), role.getValue(), null)
        .ifPresentOrElse(this::showLink, this::known);
  }

  private void known() {
    email.setErrorMessage(words.say("colleague.known"));
    email.setInvalid(true);
  }

  private void showLink(Operator colleague) {
    String link = settings.welcomeUrl(links.issue(colleague, settings.linkValid()));
    removeAll();
    getFooter().removeAll();
    var shown =
        new Div(
            new Paragraph(
                words.say(
                    "colleague.link",
                    "name",
                    colleague.name(),
                    "h",
                    settings.linkValid().toHours())));
    shown.getElement().appendChild(new Element("code").setText(link));
    shown.addClassName("one-time");
    add(shown);
    var copy = new Button(words.say("copy"));
    copy.getElement()
        .executeJs(
            "this.addEventListener('click', () => navigator.clipboard?.writeText($0))", link);
    getFooter().add(copy, new Button(words.say("close"), click -> close()));
  }
}
