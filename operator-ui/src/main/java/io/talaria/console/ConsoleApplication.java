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
@StyleSheet("context://talaria/console.css")
@StyleSheet("context://talaria/product.css")
public class ConsoleApplication implements AppShellConfigurator {
  public static void main(String[] args) {
    SpringApplication.run(ConsoleApplication.class, args);
  }

  @Override
  public void configurePage(AppShellSettings page) {
    page.addFavIcon("icon", "talaria/icon.svg", "any");
  }
}
