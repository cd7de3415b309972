package io.talaria.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import io.talaria.console.ConsoleSettings;
import io.talaria.console.ConsoleTest;
import io.talaria.console.login.CurrentOperator;
import io.talaria.journal.operator.OperatorLinks;
import io.talaria.journal.operator.Operators;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ColleagueDialogTest extends ConsoleTest {
  @Autowired Operators operators;
  @Autowired OperatorLinks links;
  @Autowired ConsoleSettings settings;
  @Autowired CurrentOperator current;

  @Test
  void an_address_that_is_known_already_is_refused_with_a_sentence() {
    ColleagueDialog dialog = opened("Other", "Rafael@talaria.example");

    click("Make the link");

    assertThat(email(dialog).isInvalid()).isTrue();
    assertThat(email(dialog).getErrorMessage()).isEqualTo("This address is known already");
    assertThat(operators.byEmail("rafael@talaria.example").orElseThrow().name())
        .isEqualTo("Rafael Lima");
  }

  @Test
  void a_new_colleague_gets_a_link_that_opens() {
    opened("Nina Reis", "nina@talaria.example");

    click("Make the link");

    String start = settings.welcomeUrl("");
    String shown = page();
    assertThat(shown).contains("Nina Reis", start);
    String secret = shown.substring(shown.indexOf(start) + start.length()).split(" ", 2)[0];
    assertThat(links.peek(secret).orElseThrow().email()).isEqualTo("nina@talaria.example");
  }

  private ColleagueDialog opened(String name, String address) {
    signInAsLead();
    goTo("inbox");
    var dialog = new ColleagueDialog(current.get(), operators, links, settings);
    dialog.open();
    settle();
    $(TextField.class, dialog).single().setValue(name);
    email(dialog).setValue(address);
    return dialog;
  }

  private EmailField email(ColleagueDialog dialog) {
    return $(EmailField.class, dialog).single();
  }
}
