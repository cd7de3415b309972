package io.talaria.definition;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.talaria.port.Turn;
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
 * @param slowBot whether the bot is asked by a remote activity for every turn
 * @param review which replies wait for a recruiter; null when none does
 * @param highValue which candidates are told of sooner; null for none by rule
 */
public record Plan(
    String definition,
    int number,
    List<Stage> stages,
    List<String> languages,
    Words words,
    Times times,
    boolean slowBot,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Review review,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable HighValue highValue) {

  /** A plan that values all candidates alike. */
  public Plan(
      String definition,
      int number,
      List<Stage> stages,
      List<String> languages,
      Words words,
      Times times,
      boolean slowBot,
      @Nullable Review review) {
    this(definition, number, stages, languages, words, times, slowBot, review, null);
  }

  /** A plan whose replies leave without a recruiter's look. */
  public Plan(
      String definition,
      int number,
      List<Stage> stages,
      List<String> languages,
      Words words,
      Times times,
      boolean slowBot) {
    this(definition, number, stages, languages, words, times, slowBot, null, null);
  }

  /**
   * @param id stable, such as {@code technical_challenge}
   * @param names by language, for people
   * @param questions ids of its asking steps in order
   * @param slowBot true when a bot of its own, asked by a remote activity, talks at this stage.
   *     Left out of JSON when null, so that plans of before keep their hash
   */
  public record Stage(
      String id,
      Map<String, String> names,
      List<String> questions,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean slowBot) {
    /** A stage at which the plan's bot talks. */
    public Stage(String id, Map<String, String> names, List<String> questions) {
      this(id, names, questions, null);
    }
  }

  /**
   * Whether the bot is asked for this turn by a remote activity. Where a stage has a slow bot of
   * its own, that is for its talk alone: other turns are the definition's words, and quick.
   */
  public boolean isSlow(Turn turn) {
    return slowBot
        || (turn.reason().isTalk()
            && stages.stream()
                .filter(stage -> stage.id().equals(turn.stage()))
                .anyMatch(stage -> Boolean.TRUE.equals(stage.slowBot())));
  }

  /**
   * @param stop words that end the journey
   * @param person words that call a recruiter
   * @param objection sentences, any of which within a message objects to a decision by a machine;
   *     null means none
   * @param unsure words of somebody who doesn't know what to answer; null means none
   */
  public record Words(
      List<String> stop,
      List<String> person,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> objection,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> unsure) {
    public Words(List<String> stop, List<String> person) {
      this(stop, person, null, null);
    }
  }

  /**
   * Candidates whom nobody wants to lose.
   *
   * @param when what their answers say; met or not, it decides nothing about them
   * @param atRisk silence that raises the alert for them; null for that of all
   */
  public record HighValue(Predicate when, @Nullable Duration atRisk) {}

  /**
   * Which replies of the bot a recruiter sees before they leave, and what becomes of one that
   * nobody decides about.
   *
   * @param belowConfidence replies of which the bot is less sure, 0 to 1, are reviewed; null for
   *     marked steps only
   * @param after how long one waits
   * @param steps ids of the questions that are marked, whatever bot asks them
   */
  public record Review(
      @Nullable Double belowConfidence, Duration after, Overdue then, List<String> steps) {}

  /** What becomes of a reply about which nobody decided in time. */
  public enum Overdue {
    /** It leaves as the bot proposed it. */
    SEND,
    /** It isn't said. What the candidate wrote counts as read; the team hears that they wait. */
    DROP,
    /** It isn't said, and a person is called. */
    HUMAN
  }

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
