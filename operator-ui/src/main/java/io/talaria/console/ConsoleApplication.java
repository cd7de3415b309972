package io.talaria.console;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.shared.ui.Transport;
import com.vaadin.flow.theme.aura.Aura;
import io.talaria.journal.JournalConfiguration;
import io.talaria.journal.operator.OperatorConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;

/** The recruiters' console, a process of its own. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Import({JournalConfiguration.class, OperatorConfiguration.class})
@Push(transport = Transport.WEBSOCKET)
@ColorScheme(ColorScheme.Value.LIGHT_DARK)
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("context://talaria/tokens.css")
@StyleSheet("context://talaria/ground.css")
@StyleSheet("context://talaria/parts.css")
@StyleSheet("context://talaria/shell.css")
@StyleSheet("context://talaria/inbox.css")
@StyleSheet("context://talaria/conversation.css")
@StyleSheet("context://talaria/composer.css")
@StyleSheet("context://talaria/card.css")
@StyleSheet("context://talaria/funnel.css")
@StyleSheet("context://talaria/lists.css")
@StyleSheet("context://talaria/plans.css")
@StyleSheet("context://talaria/login.css")
public class ConsoleApplication implements AppShellConfigurator {
  public static void main(String[] args) {
    SpringApplication.run(ConsoleApplication.class, args);
  }

  @Override
  public void configurePage(AppShellSettings page) {
    page.addFavIcon("icon", "talaria/icon.svg", "any");
  }
}
