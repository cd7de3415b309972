package io.talaria.console.login;

import com.vaadin.flow.spring.security.AuthenticationContext;
import org.springframework.stereotype.Component;

/** The person whose page is being served. */
@Component
public class CurrentOperator {
  private final AuthenticationContext authentication;

  CurrentOperator(AuthenticationContext authentication) {
    this.authentication = authentication;
  }

  /**
   * Who it is.
   *
   * @throws IllegalStateException if nobody is signed in; the pages behind the login never see that
   */
  public SignedIn get() {
    return authentication
        .getAuthenticatedUser(SignedIn.class)
        .orElseThrow(() -> new IllegalStateException("Nobody is signed in"));
  }

  /** Ends the session and goes to the login page. */
  public void signOut() {
    authentication.logout();
  }
}
