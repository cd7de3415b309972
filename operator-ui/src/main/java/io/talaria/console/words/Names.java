package io.talaria.console.words;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a candidate is called where WhatsApp may have told no name. */
public final class Names {
  private static final int SHORT = 6;

  private Names() {}

  /** The name, else a word for people without one with the beginning of their id. */
  public static String of(@Nullable String name, UUID candidateId, Words words) {
    return name == null || name.isBlank()
        ? words.say("candidate.unnamed", "id", candidateId.toString().substring(0, SHORT))
        : name;
  }

  /** The first word of the name, for sentences. */
  public static String first(@Nullable String name, UUID candidateId, Words words) {
    return name == null || name.isBlank() ? of(name, candidateId, words) : name.split(" ", 2)[0];
  }
}
