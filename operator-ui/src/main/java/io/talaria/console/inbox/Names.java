package io.talaria.console.inbox;

import io.talaria.console.words.Words;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a candidate is called where WhatsApp may have told no name. */
final class Names {
  private static final int SHORT = 6;

  private Names() {}

  static String of(@Nullable String name, UUID candidateId, Words words) {
    return name == null || name.isBlank()
        ? words.say("candidate.unnamed", "id", candidateId.toString().substring(0, SHORT))
        : name;
  }

  /** The first word of the name, for sentences. */
  static String first(@Nullable String name, UUID candidateId, Words words) {
    return name == null || name.isBlank() ? of(name, candidateId, words) : name.split(" ", 2)[0];
  }
}
