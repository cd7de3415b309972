package io.talaria.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.talaria.journal.form.FormLinks;
import io.talaria.worker.bot.http.BotSettings;
import io.talaria.worker.slack.SlackSettings;
import io.talaria.worker.whatsapp.WhatsAppSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Import;

class SettingsTest {
  @EnableConfigurationProperties({
    WhatsAppSettings.class,
    BotSettings.class,
    SlackSettings.class,
    WorkerSettings.class,
    DeploymentSettings.class
  })
  @Import({ProductionGuard.class, StopGuard.class, FormLinks.class})
  static class App {}

  private final ApplicationContextRunner app =
      new ApplicationContextRunner()
          .withUserConfiguration(App.class)
          .withPropertyValues(
              "talaria.whatsapp.numbers[0].phone-number-id=1",
              "talaria.whatsapp.numbers[0].access-token=EAAG",
              "talaria.whatsapp.numbers[0].definition=tech-hiring",
              "talaria.slack.bot-token=xoxb-1",
              "talaria.slack.channel=#recruiting",
              "spring.lifecycle.timeout-per-shutdown-phase=45s");

  @Test
  void complete_settings_start_with_metas_own_address() {
    app.run(
        context -> {
          assertThat(context).hasNotFailed();
          var whatsApp = context.getBean(WhatsAppSettings.class);
          assertThat(whatsApp.graphBaseUrl()).hasToString("https://graph.facebook.com");
          assertThat(whatsApp.apiVersion()).isEqualTo("v26.0");
          assertThat(whatsApp.toString()).doesNotContain("EAAG");
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          talaria.whatsapp.numbers[0].access-token=    | talaria.whatsapp.numbers[].access-token is not set
          talaria.whatsapp.numbers[0].definition=      | talaria.whatsapp.numbers[].definition is not set
          talaria.slack.bot-token=                     | talaria.slack.bot-token is not set
          talaria.slack.channel=                       | talaria.slack.channel is not set
          talaria.slack.language=de                    | must be en, pt-BR or es
          talaria.whatsapp.api-version=26              | must look like v26.0
          talaria.whatsapp.graph-base-url=graph        | must be an http(s) address
          talaria.whatsapp.timeout=1m                  | must be between 2s and 12s
          talaria.bots.http.old.secret=a-secret-of-16ch | talaria.bots.http.old.url must be an http(s) address
          talaria.bots.http.old.url=https://bot.example | talaria.bots.http.old.secret must have at least 16 characters
          talaria.worker.workflow-task-slots=1         | must be between 4 and 10000
          talaria.worker.shutdown-grace=1s             | at least 6s
          talaria.worker.shutdown-grace=11s            | must be at least PT12S, so that a send of PT10S can end
          spring.lifecycle.timeout-per-shutdown-phase=30s | must be longer than talaria.worker.shutdown-grace
          talaria.worker.deployment.name=talaria       | talaria.worker.deployment.build-id is not set
          """)
  void a_wrong_setting_stops_the_start_with_a_sentence(String property, String sentence) {
    app.withPropertyValues(property)
        .run(
            context -> assertThat(context).getFailure().rootCause().hasMessageContaining(sentence));
  }

  @Test
  void a_number_that_is_named_twice_stops_the_start() {
    app.withPropertyValues(
            "talaria.whatsapp.numbers[1].phone-number-id=1",
            "talaria.whatsapp.numbers[1].access-token=EAAG",
            "talaria.whatsapp.numbers[1].definition=tech-hiring")
        .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining("twice"));
  }

  @ParameterizedTest
  @CsvSource({
    "timeout,50ms,must be between 200ms and 45s",
    "patience,1s,must be at least its timeout",
    "patience,50s,at most 45s"
  })
  void a_bot_that_takes_too_long_or_too_short_stops_the_start(
      String key, String value, String sentence) {
    bot()
        .withPropertyValues("talaria.bots.http.old.%s=%s".formatted(key, value))
        .run(
            context -> assertThat(context).getFailure().rootCause().hasMessageContaining(sentence));
  }

  @Test
  void a_bots_secret_is_in_no_text() {
    bot()
        .run(
            context ->
                assertThat(context.getBean(BotSettings.class).toString())
                    .doesNotContain("secret-of"));
  }

  @Test
  void the_demonstrations_bot_is_refused_in_production() {
    bot()
        .withPropertyValues(
            "talaria.bots.http.old.secret=demo-bot-secret-0", "spring.profiles.active=production")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessageContaining("demonstration's; set"));
  }

  private ApplicationContextRunner bot() {
    return app.withPropertyValues(
        "talaria.bots.http.old.url=https://bot.example.org/turns",
        "talaria.bots.http.old.secret=a-secret-of-16ch");
  }

  @ParameterizedTest
  @CsvSource({
    "talaria.whatsapp.numbers[0].access-token=demo-access-token",
    "talaria.slack.bot-token=xoxb-demo",
    "talaria.forms.link-secret=demo-link-secret"
  })
  void the_demonstrations_secrets_are_refused_in_production_only(String property) {
    ApplicationContextRunner demo = app.withPropertyValues(property);
    demo.run(context -> assertThat(context).hasNotFailed());
    demo.withPropertyValues("spring.profiles.active=production")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessageContaining("demonstration's; set"));
  }

  @Test
  void a_demand_names_what_to_set() {
    assertThatThrownBy(() -> Demand.text(" ", "a.key", "value"))
        .hasMessage("a.key is not set; set it, such as value");
  }
}
