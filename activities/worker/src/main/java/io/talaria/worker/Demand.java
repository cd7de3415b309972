package io.talaria.worker;

import org.jspecify.annotations.Nullable;

/** Settings that don't hold stop the start with a sentence that says what to set. */
public final class Demand {
  private Demand() {}

  /**
   * @throws IllegalArgumentException with the sentence, if the condition doesn't hold
   */
  public static void that(boolean holds, String sentence) {
    if (!holds) {
      throw new IllegalArgumentException(sentence);
    }
  }

  /**
   * The value.
   *
   * @throws IllegalArgumentException if it is missing or blank
   */
  public static String text(@Nullable String value, String key, String example) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(
          "%s is not set; set it, such as %s".formatted(key, example));
    }
    return value;
  }
}
