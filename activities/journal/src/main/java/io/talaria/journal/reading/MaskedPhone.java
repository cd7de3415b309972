package io.talaria.journal.reading;

import org.jspecify.annotations.Nullable;

/** A phone as recruiters see it: enough to tell two people apart, not enough to call. */
public final class MaskedPhone {
  private static final int HEAD = 5;
  private static final int TAIL = 4;

  private MaskedPhone() {}

  /** {@code +55 11 ••••• 4821} for digits with country code; null stays null. */
  public static @Nullable String of(@Nullable String phone) {
    if (phone == null) {
      return null;
    }
    String digits = phone.replaceAll("\\D", "");
    if (digits.length() < HEAD + TAIL) {
      return "••••";
    }
    return "+"
        + digits.substring(0, 2)
        + " "
        + digits.substring(2, HEAD - 1)
        + " ••••• "
        + digits.substring(digits.length() - TAIL);
  }
}
