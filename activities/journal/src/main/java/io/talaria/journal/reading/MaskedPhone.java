package io.talaria.journal.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A phone as recruiters see it: enough to tell two people apart, not enough to call. */
public final class MaskedPhone {
  private static final int HEAD = 5;
  private static final int TAIL = 4;

  /**
   * Country codes, of one digit or two; all others have three.
   *
   * @see <a href="https://www.itu.int/pub/T-SP-E.164D">ITU, list of E.164 country codes</a>
   */
  private static final Pattern COUNTRY =
      Pattern.compile("[17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]");

  private MaskedPhone() {}

  /** {@code +55 11 ••••• 4821}, {@code +1 617 ••••• 0144}; null stays null. */
  public static @Nullable String of(@Nullable String phone) {
    if (phone == null) {
      return null;
    }
    String digits = phone.replaceAll("\\D", "");
    if (digits.length() < HEAD + TAIL) {
      return "••••";
    }
    Matcher country = COUNTRY.matcher(digits);
    int code = country.lookingAt() ? country.end() : 3;
    return "+"
        + digits.substring(0, code)
        + " "
        + digits.substring(code, HEAD - 1)
        + " ••••• "
        + digits.substring(digits.length() - TAIL);
  }
}
