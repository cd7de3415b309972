package io.talaria.console.words;

import org.jspecify.annotations.Nullable;

/** A number of ours as people know it: WhatsApp's id, with what is spoken there. */
public final class NumberName {
  private NumberName() {}

  /**
   * @param definition null for a number that nobody has configured any more
   */
  public static String of(String id, @Nullable String definition) {
    return definition == null ? id : "%s (%s)".formatted(id, definition);
  }
}
