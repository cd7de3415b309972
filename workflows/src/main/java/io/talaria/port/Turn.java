package io.talaria.port;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.talaria.journey.MessageReceived;
import java.time.Instant;
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
 * @param moment when and in which circumstances; null from journeys of before
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
    boolean disclosed,
    @Nullable Moment moment)
    implements GivenLocally {

  /** A turn of which no more is known. */
  public Turn(
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
    this(
        accountId,
        candidateId,
        journeyId,
        key,
        reason,
        definition,
        plan,
        language,
        stage,
        step,
        misses,
        answers,
        messages,
        number,
        disclosed,
        null);
  }

  /**
   * The circumstances of a turn, as the journey sees them.
   *
   * @param at the journey's time, the same for whoever asks again
   * @param windowOpen whether free text reaches the candidate; else only a template does
   * @param due id of the appointment that has come; null unless the reason is DUE
   * @param agenda the appointments that stand
   * @param country ISO 3166-1 alpha-2 by the phone number; null for people who hide it
   * @param unasked true when the candidate was never asked what is open, so that nothing that they
   *     wrote answers it; null for no
   */
  public record Moment(
      Instant at,
      boolean windowOpen,
      @Nullable String due,
      List<Appointment> agenda,
      @Nullable String country,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean unasked) {
    /** Circumstances in which the open question, if there is one, was asked. */
    public Moment(
        Instant at,
        boolean windowOpen,
        @Nullable String due,
        List<Appointment> agenda,
        @Nullable String country) {
      this(at, windowOpen, due, agenda, country, null);
    }
  }

  /**
   * The same turn with a candidate who speaks this language. What wasn't understood before was read
   * in another one, so it counts no more.
   */
  public Turn in(String spoken) {
    return new Turn(
        accountId,
        candidateId,
        journeyId,
        key,
        reason,
        definition,
        plan,
        spoken,
        stage,
        step,
        0,
        answers,
        messages,
        number,
        disclosed,
        moment);
  }

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
    WINDOW_CLOSED,
    /** An appointment of the agenda has come. */
    DUE;

    /**
     * Whether this is talk, which is the stage's own bot's. What else is said, to a STOP or a
     * closed window, must not hang on a bot from outside: it is the definition's words.
     */
    public boolean isTalk() {
      return this == MESSAGES || this == RESUME;
    }
  }
}
