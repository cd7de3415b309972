package io.talaria.worker.slack;

import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** What the team is told in Slack, in the desk's language. */
@Component
class DeskWords {
  private final ResourceBundleMessageSource words = new ResourceBundleMessageSource();
  private final Locale locale;

  DeskWords(SlackSettings settings) {
    this.locale = Locale.forLanguageTag(settings.language());
    words.setBasename("alerts");
    words.setDefaultEncoding("UTF-8");
    words.setFallbackToSystemLocale(false);
  }

  String say(String key, Object... values) {
    return words.getMessage(key, values, locale);
  }
}
