package io.talaria.port;

import io.talaria.journey.MessageReceived;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a bot is asked.
 *
 * @param key made from the turn's cause, see {@code TurnKey}
 * @param plan number of the definition's plan; the newest texts of that plan are used
 * @param step the question that is open; null before the first
 * @param misses how often in a row the answer to it was not understood
 * @param messages what the candidate wrote, oldest first; empty unless {@code reason} is MESSAGES
 * @param number of the nudge, from 1
 * @param disclosed whether the candidate was told that a machine speaks
 */
public record Turn(
    UUID accountId,
    UUID candidateId,
    UUID journeyId,
    String key,
    Reason reason,
    String definition,
    int plan,
    String language,
    String stage,
    @Nullable String step,
    int misses,
    Map<String, String> answers,
    List<MessageReceived> messages,
    int number,
    boolean disclosed) {

  /** Why the bot is asked. */
  public enum Reason {
    /** The candidate wrote. */
    MESSAGES,
    /** The candidate is silent. */
    NUDGE,
    /** A person handed back and nothing is unanswered: ask the open question again. */
    RESUME,
    /** The candidate asked for a person: say that one comes. */
    PERSON,
    /** The candidate asked not to be written to: confirm, once. */
    OPT_OUT,
    /** The service window is closed: the definition's template. */
    WINDOW_CLOSED;

    /**
     * Whether this is talk, which is the stage's own bot's. What else is said, to a STOP or a
     * closed window, must not hang on a bot from outside: it is the definition's words.
     */
    public boolean isTalk() {
      return this == MESSAGES || this == RESUME;
    }
  }
}
