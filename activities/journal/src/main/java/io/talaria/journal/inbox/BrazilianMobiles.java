package io.talaria.journal.inbox;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The two forms of a Brazilian mobile number. A ninth digit, a 9, stands before the eight that
 * mobiles had until 2016, and is dialled; WhatsApp goes on knowing many accounts outside the area
 * codes 11 to 28 without it, and nothing tells which ones. The other way round it may be left out
 * in an old list. See https://waha.devlike.pro/docs/apps/brazilian-phone-numbers/ and, for the area
 * codes,
 * https://support.gupshup.io/hc/en-us/articles/4407840924953-A-brief-note-on-the-inconsistencies-for-mobile-numbers-and-their-WhatsApp-IDs-in-Brazil-digit-9-Mexico-digit-1.
 *
 * <p>Old mobiles began with 6 to 9. Eight digits that begin otherwise are a landline's, of somebody
 * else, so a mobile whose rest begins so has one form only.
 */
public final class BrazilianMobiles {
  private static final Pattern DIALLED = Pattern.compile("(55[1-9]{2})9([6-9][0-9]{7})");
  private static final Pattern OLD = Pattern.compile("(55[1-9]{2})([6-9][0-9]{7})");

  private BrazilianMobiles() {}

  /**
   * The other form of this number.
   *
   * @param digits with the country code, without a plus
   * @return empty where a number has one form only
   */
  public static Optional<String> otherForm(String digits) {
    Matcher dialled = DIALLED.matcher(digits);
    if (dialled.matches()) {
      return Optional.of(dialled.group(1) + dialled.group(2));
    }
    return old(digits);
  }

  /** The number as it is dialled today; any other stays as it is. */
  public static String dialled(String digits) {
    return old(digits).orElse(digits);
  }

  private static Optional<String> old(String digits) {
    Matcher old = OLD.matcher(digits);
    return old.matches() ? Optional.of(old.group(1) + "9" + old.group(2)) : Optional.empty();
  }
}
