package io.talaria.worker;

import io.talaria.journal.form.FormLinks;
import io.talaria.worker.bot.http.BotSettings;
import io.talaria.worker.slack.SlackSettings;
import io.talaria.worker.whatsapp.WhatsAppSettings;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The demonstration's secrets are public: in production they stop the start. */
@Component
@Profile("production")
class ProductionGuard {
  ProductionGuard(
      WhatsAppSettings whatsApp, SlackSettings slack, FormLinks links, BotSettings bots) {
    Demand.that(
        !links.isDemo(),
        "talaria.forms.link-secret is the demonstration's; set a secret of your own");
    Demand.that(
        !whatsApp.isDemo(),
        "talaria.whatsapp.numbers[].access-token is the demonstration's; set the token of your Meta"
            + " app");
    Demand.that(
        !slack.isDemo(),
        "talaria.slack.bot-token is the demonstration's; set the token of your Slack app");
    Demand.that(
        !bots.isDemo(),
        "talaria.bots.http.<name>.secret is the demonstration's; set the one that your bot checks");
  }
}
