package io.talaria.console.words;

import com.vaadin.flow.component.UI;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * The console's texts in one language. Parameters are named: {@code say("row.waits", "d", "12
 * min")} fills {@code {d}}. Where a text has a form for one, its key ends in {@code .one} and is
 * taken when {@code n} is 1.
 */
public record Words(Locale locale) {
  /** The languages, best first. */
  public static final List<Locale> LANGUAGES =
      List.of(Locale.ENGLISH, Locale.forLanguageTag("pt-BR"), Locale.forLanguageTag("es"));

  private static final String BUNDLE = "words.console";

  /** In the language of the page that is being served. */
  public static Words here() {
    UI ui = UI.getCurrent();
    return new Words(ui == null ? Locale.ENGLISH : nearest(ui.getLocale()));
  }

  /** Our language that is nearest to the wished one; English for any other. */
  public static Locale nearest(Locale wished) {
    return LANGUAGES.stream()
        .filter(ours -> ours.getLanguage().equals(wished.getLanguage()))
        .findFirst()
        .orElse(Locale.ENGLISH);
  }

  /**
   * The locale for fields in which dates and times are written: 24 hours and the day first, as
   * everywhere here, which for English is how they are written in Britain.
   */
  public Locale written() {
    return locale.equals(Locale.ENGLISH) ? Locale.UK : locale;
  }

  /**
   * The text of a key with its parameters, given as name and value in turn.
   *
   * @throws MissingResourceException if no bundle has the key
   */
  public String say(String key, Object... parameters) {
    String text = template(key, parameters);
    for (int i = 0; i < parameters.length; i += 2) {
      text = text.replace("{" + parameters[i] + "}", String.valueOf(parameters[i + 1]));
    }
    return text;
  }

  /** The text of a key that may not exist, such as a code from outside; the fallback then. */
  public String sayOr(String key, String fallback) {
    ResourceBundle bundle = bundle();
    return bundle.containsKey(key) ? bundle.getString(key) : fallback;
  }

  /** A number as people of this language write it. */
  public String number(long number) {
    return String.format(locale, "%,d", number);
  }

  /** A sum as people of this language write it; prices of messages are fractions of a cent. */
  public String money(BigDecimal sum, Currency currency) {
    NumberFormat format = NumberFormat.getCurrencyInstance(locale);
    format.setCurrency(currency);
    format.setMinimumFractionDigits(2);
    format.setMaximumFractionDigits(4);
    return format.format(sum);
  }

  /** A score between 0 and 1. */
  public String score(double value) {
    return String.format(locale, "%.2f", value);
  }

  private String template(String key, Object[] parameters) {
    ResourceBundle bundle = bundle();
    for (int i = 0; i < parameters.length; i += 2) {
      if ("n".equals(parameters[i])
          && "1".equals(String.valueOf(parameters[i + 1]))
          && bundle.containsKey(key + ".one")) {
        return bundle.getString(key + ".one");
      }
    }
    return bundle.getString(key);
  }

  private ResourceBundle bundle() {
    return ResourceBundle.getBundle(
        BUNDLE,
        locale,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }
}
