package io.talaria.console;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.VaadinSession;
import io.talaria.console.desk.JourneyDesk;
import io.talaria.console.live.Background;
import io.talaria.console.login.Visitors;
import io.talaria.journal.SampleJournal;
import io.talaria.journal.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Pages without a browser, on a real PostgreSQL, with a journey that answers from paper. */
@SpringBootTest(classes = ConsoleApplication.class)
@Import(ConsoleTest.Paper.class)
public abstract class ConsoleTest extends SpringBrowserlessTest {
  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    TestDatabase.register(properties);
  }

  @TestConfiguration
  static class Paper {
    @Bean
    @Primary
    PaperDesk paperDesk() {
      return new PaperDesk();
    }

    /** What a page asks is answered at once, so that a test reads as one thread. */
    @Bean
    @Primary
    Background atOnce() {
      return new Background(Runnable::run);
    }
  }

  @Autowired protected JdbcClient jdbc;
  @Autowired protected PaperDesk desk;
  @Autowired private JourneyDesk asked;
  protected SampleJournal journal;
  protected UUID camila;
  protected UUID rafael;

  @BeforeEach
  void team() {
    jdbc.sql(
            "truncate candidate, contact_alias, journey, stage_visit, brake, takeover, message,"
                + " turn, send_intent, risk_assessment, event, queue_read, quarantine,"
                + " webhook_delivery, operator, operator_link, number_hold, template_hold, spam_hold,"
                + " messaging_limit cascade")
        .update();
    journal = new SampleJournal(jdbc);
    camila = journal.operator("camila@talaria.example", "Camila Prado", "LEAD", "x");
    rafael = journal.operator("rafael@talaria.example", "Rafael Lima", "RECRUITER", "x");
    desk.clear();
  }

  @AfterEach
  void leave() {
    SecurityContextHolder.clearContext();
  }

  protected void signInAsLead() {
    Visitors.enter(camila, "Camila Prado", true);
  }

  protected void signInAsRecruiter() {
    Visitors.enter(rafael, "Rafael Lima", false);
  }

  protected void goTo(String address) {
    int query = address.indexOf('?');
    UI.getCurrent()
        .navigate(
            query < 0 ? address : address.substring(0, query),
            QueryParameters.fromString(query < 0 ? "" : address.substring(query + 1)));
    settle();
  }

  /** Everything that a person could read, with single spaces. */
  protected String page() {
    settle();
    // The pages hang beside the UI's own children, which are the dialogs.
    Element pages =
        UI.getCurrent().getInternals().getActiveRouterTargetsChain().getLast().getElement();
    return (text(pages) + " " + text(UI.getCurrent().getElement())).replaceAll("\\s+", " ");
  }

  protected void key(String key) {
    ((io.talaria.console.shell.KeyTarget) getCurrentView()).key(key);
    settle();
  }

  protected void click(String label) {
    settle();
    Component button =
        Stream.concat(
                $(Button.class).all().stream(),
                $(com.vaadin.flow.component.html.NativeButton.class).all().stream())
            .filter(one -> text(one.getElement()).startsWith(label))
            .findFirst()
            .orElseThrow(() -> new AssertionError("No button " + label + " in: " + page()));
    com.vaadin.flow.component.ComponentUtil.fireEvent(
        button, new com.vaadin.flow.component.ClickEvent<>(button));
    settle();
  }

  protected List<String> told() {
    settle();
    return $(Notification.class).all().stream()
        .map(notification -> notification.getElement().getProperty("text", ""))
        .toList();
  }

  /** Brings what was read to the page; an answer may ask again: counts, then rows, then marks. */
  protected static void settle() {
    for (int i = 0; i < 5; i++) {
      VaadinSession session = VaadinSession.getCurrent();
      session.getService().runPendingAccessTasks(session);
      roundTrip();
    }
  }

  protected static Duration minutes(long minutes) {
    return Duration.ofMinutes(minutes);
  }

  protected static Duration hours(long hours) {
    return Duration.ofHours(hours);
  }

  private static String text(Element element) {
    if (element.isTextNode()) {
      return element.getText();
    }
    if (!element.isVisible() || element.hasAttribute("aria-hidden")) {
      return "";
    }
    var own = new StringBuilder();
    for (String property :
        List.of("label", "helperText", "errorMessage", "placeholder", "headerTitle")) {
      own.append(element.getProperty(property, "")).append(' ');
    }
    element.getChildren().forEach(child -> own.append(text(child)).append(' '));
    return own.toString().strip();
  }
}
