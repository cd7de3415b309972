package io.talaria.console.shell;

import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.Notification.Position;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.UIInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.talaria.console.login.SignedIn;
import io.talaria.console.words.Words;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Each new page speaks its person's language, and a failed click is a sentence. */
@Component
class SessionSetup implements VaadinServiceInitListener {
  private static final Logger LOG = LoggerFactory.getLogger(SessionSetup.class);
  private static final String SPOKEN = SessionSetup.class.getName();

  private final AuthenticationContext authentication;

  SessionSetup(AuthenticationContext authentication) {
    this.authentication = authentication;
  }

  @Override
  public void serviceInit(ServiceInitEvent service) {
    service.getSource().addUIInitListener(this::speak);
    service
        .getSource()
        .addSessionInitListener(
            session ->
                session
                    .getSession()
                    .setErrorHandler(
                        failure -> {
                          LOG.error("A page failed", failure.getThrowable());
                          tell(failure.getThrowable());
                        }));
  }

  /** Once after the login; whoever switches afterwards keeps the switch. */
  private void speak(UIInitEvent page) {
    var session = page.getUI().getSession();
    authentication
        .getAuthenticatedUser(SignedIn.class)
        .filter(person -> !person.email().equals(session.getAttribute(SPOKEN)))
        .ifPresent(
            person -> {
              session.setAttribute(SPOKEN, person.email());
              Locale language = Words.nearest(Locale.forLanguageTag(person.language()));
              session.setLocale(language);
              page.getUI().setLocale(language);
            });
  }

  private static void tell(Throwable failure) {
    if (com.vaadin.flow.component.UI.getCurrent() != null) {
      Notification.show(
          Words.here().say(JournalAway.is(failure) ? "error.journal" : "error.click"),
          8_000,
          Position.BOTTOM_START);
    }
  }
}
