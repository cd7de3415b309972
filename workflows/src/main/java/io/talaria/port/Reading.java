package io.talaria.port;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a bot makes of the candidate's words, beside its reply. It is advice: alone it never moves,
 * rejects or ends anything.
 *
 * @param intent what the candidate wants, in the bot's own words for it, such as {@code
 *     ask_about_pay}
 * @param priority how much it hurries
 * @param sentiment from -1, upset, to 1, glad
 * @param confidence 0 to 1, how sure the bot is of its reply
 * @param entities named things that the words hold, such as {@code city} → {@code Lisboa}; may be
 *     empty
 */
public record Reading(
    @Nullable String intent,
    @Nullable Priority priority,
    @Nullable Double sentiment,
    @Nullable Double confidence,
    Map<String, String> entities) {
  /** Absent entities are none. */
  public Reading {
    if (entities == null) {
      entities = Map.of();
    }
  }

  /** How much the candidate's words hurry. */
  public enum Priority {
    HIGH,
    MEDIUM,
    LOW
  }
}
