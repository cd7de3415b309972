package io.talaria.console.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.textfield.PasswordField;
import io.talaria.console.ConsoleTest;
import io.talaria.journal.operator.OperatorLinks;
import io.talaria.journal.operator.Operators;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;

class LoginTest extends ConsoleTest {
  @Autowired OperatorAuthentication door;
  @Autowired PasswordEncoder passwords;
  @Autowired Operators operators;
  @Autowired OperatorLinks links;

  @Test
  void whoever_is_not_signed_in_sees_the_login_and_nothing_else() {
    for (String address : new String[] {"inbox", "funnel", "quarantine"}) {
      goTo(address);
      assertThat(getCurrentView()).as(address).isInstanceOf(LoginView.class);
    }
  }

  @Test
  void a_wrong_password_is_a_sentence() {
    goTo("login?wrong");
    assertThat(page()).contains("This address and password do not belong together");
    goTo("login?locked");
    assertThat(page()).contains("Try again in a minute");
  }

  @Test
  void the_right_password_opens_with_the_right_of_the_role() {
    journal.operator("bia@talaria.example", "Bia", "LEAD", passwords.encode("twelve letters"));
    Authentication in = door.authenticate(wish("BIA@talaria.example", "twelve letters"));
    assertThat(in.getAuthorities()).extracting(Object::toString).containsExactly("ROLE_LEAD");
    assertThat(in.getCredentials()).isNull();
  }

  @Test
  void somebody_whose_link_was_never_used_cannot_come_in() {
    journal.operator("new@talaria.example", "New", "LEAD", null);
    assertThatThrownBy(() -> door.authenticate(wish("new@talaria.example", "")))
        .isInstanceOf(BadCredentialsException.class);
  }

  @Test
  void five_wrong_passwords_close_an_address_for_a_minute() {
    for (int i = 0; i < LoginAttempts.ALLOWED; i++) {
      assertThatThrownBy(() -> door.authenticate(wish("rafael@talaria.example", "no")))
          .isInstanceOf(BadCredentialsException.class);
    }
    assertThatThrownBy(() -> door.authenticate(wish("Rafael@talaria.example", "no")))
        .isInstanceOf(LockedException.class);
  }

  @Test
  void a_one_time_link_sets_a_password_of_twelve_characters() {
    journal.operator("nina@talaria.example", "Nina Reis", "RECRUITER", null);
    var nina = operators.byEmail("nina@talaria.example").orElseThrow();
    String secret = links.issue(nina, hours(1));
    goTo("welcome/" + secret);
    assertThat(page()).contains("Welcome, Nina Reis");
    fill("short");
    click("Set password");
    assertThat($(PasswordField.class).all().getFirst().isInvalid()).isTrue();
    fill("long enough now");
    click("Set password");
    assertThat(page()).contains("Your password is set");
    assertThat(door.authenticate(wish("nina@talaria.example", "long enough now"))).isNotNull();
    goTo("login");
    goTo("welcome/" + secret);
    assertThat(page()).contains("This link no longer works");
  }

  @Test
  void only_a_lead_is_offered_to_add_a_colleague() {
    signInAsRecruiter();
    goTo("inbox");
    assertThat(page()).doesNotContain("Add a colleague");
  }

  private void fill(String password) {
    settle();
    $(PasswordField.class).all().forEach(field -> field.setValue(password));
  }

  private static Authentication wish(String email, String password) {
    return UsernamePasswordAuthenticationToken.unauthenticated(email, password);
  }
}
