package io.talaria.definition;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a workflow carries of its definition: stages, times, rules; no texts. Immutable per number.
 *
 * @param number the plan's number, v<em>12</em>.3
 * @param stages in order; at least one
 * @param languages by preference; the first is the fallback
 * @param words that a candidate may say at any time, folded to lower case without accents
 */
public record Plan(
    String definition,
    int number,
    List<Stage> stages,
    List<String> languages,
    Words words,
    Times times,
    boolean slowBot) {

  /**
   * @param id stable, such as {@code technical_challenge}
   * @param names by language, for people
   * @param questions ids of its asking steps in order
   */
  public record Stage(String id, Map<String, String> names, List<String> questions) {}

  /**
   * @param stop words that end the journey
   * @param person words that call a recruiter
   */
  public record Words(List<String> stop, List<String> person) {}

  /**
   * All times are durations, so that {@code up --hour} can shorten them in one place.
   *
   * @param typingPause waited after a message that looks finished
   * @param longTypingPause waited when it looks unfinished or comes in a burst
   * @param nudges after this much silence each, ascending
   * @param atRisk silence that raises the alert
   * @param waiting how long the candidate may wait for us before the team is told
   * @param dropOff silence that ends the journey
   * @param afterEnd how long the ended journey still shows what comes
   * @param ownerSilent how long a person who holds the journey may leave a waiting candidate alone
   *     before it goes back to the bot; null for ever
   * @param escalation after how much time without an acknowledgement an alert is told to the lead,
   *     and then by e-mail, each from when it was told; null for never
   * @param windowClosing how long before the service window closes over a candidate who waits for
   *     us the team is told; null for never
   */
  public record Times(
      Duration typingPause,
      Duration longTypingPause,
      List<Duration> nudges,
      Duration atRisk,
      Duration waiting,
      Duration dropOff,
      Duration afterEnd,
      @Nullable Duration ownerSilent,
      @Nullable List<Duration> escalation,
      @Nullable Duration windowClosing) {

    /** Times of a plan that neither escalates nor looks at the window. */
    public Times(
        Duration typingPause,
        Duration longTypingPause,
        List<Duration> nudges,
        Duration atRisk,
        Duration waiting,
        Duration dropOff,
        Duration afterEnd,
        @Nullable Duration ownerSilent) {
      this(
          typingPause,
          longTypingPause,
          nudges,
          atRisk,
          waiting,
          dropOff,
          afterEnd,
          ownerSilent,
          null,
          null);
    }
  }
}
