package io.talaria.console.words;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Tells Vaadin which languages there are, so that a browser's wish finds the nearest. */
@Component
class Languages implements I18NProvider {
  @Override
  public List<Locale> getProvidedLocales() {
    return Words.LANGUAGES;
  }

  @Override
  public String getTranslation(String key, Locale locale, Object... parameters) {
    return new Words(Words.nearest(locale)).say(key, parameters);
  }
}
