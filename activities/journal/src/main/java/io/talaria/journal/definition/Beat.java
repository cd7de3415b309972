package io.talaria.journal.definition;

import io.talaria.journey.Ending;
import io.talaria.journey.HandBack;
import io.talaria.port.BotFault;
import io.talaria.port.Desk;
import io.talaria.port.Reading;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What happens next in a rehearsal. What people do happens at once; only waiting and expecting let
 * time pass.
 */
public sealed interface Beat {
  /** The candidate writes these one directly after the other. */
  record Says(List<String> texts) implements Beat {}

  /**
   * The candidate wrote this long ago, and WhatsApp delivers it now.
   *
   * @param ago before now
   */
  record SaysLate(String text, Duration ago) implements Beat {}

  /** The candidate taps the newest choice of this title that was ever offered. */
  record Taps(String title) implements Beat {}

  /** The candidate answers one after the other, each time after the bot has spoken. */
  record Answers(List<String> answers) implements Beat {}

  /** The candidate sends these, which aren't text, directly one after the other. */
  record Sends(List<Medium> media) implements Beat {}

  /**
   * Something that isn't text.
   *
   * @param what such as {@code photo}
   * @param caption what is written beside it; empty for nothing
   */
  record Medium(String what, String caption) {}

  /**
   * The candidate fills in a web form.
   *
   * @param form its id
   * @param late whether its link had expired
   */
  record FillsIn(String form, Map<String, String> answers, boolean late) implements Beat {}

  /** Time passes. */
  record Waits(Duration time) implements Beat {}

  /** Time passes until the candidate's clock shows this. */
  record WaitsUntil(Moment moment) implements Beat {}

  /** The time has come at which somebody planned that this journey begins; nobody has written. */
  record IsBegunAsPlanned() implements Beat {}

  /** Jobs that open now, beside those that there are. */
  record Opens(List<Rehearsal.Listing> listings) implements Beat {}

  /** A bot from outside fails like this when it is asked next. */
  record BotFails(BotFault fault) implements Beat {}

  /**
   * Other candidates book times of an interview.
   *
   * @param choices by their place among those that the bot offered last, from 1
   * @param faster not now, but right before the candidate would get them
   */
  record OthersBook(List<Integer> choices, boolean faster) implements Beat {}

  /** A recruiter takes the journey over. */
  record TakesOver(String who) implements Beat {}

  /** Who holds the journey writes to the candidate; a recruiter beside the bot when nobody does. */
  record RecruiterSays(String text) implements Beat {}

  /** A recruiter lets the reply leave that waits for review. */
  record Approves() implements Beat {}

  /** A recruiter lets the reply that waits leave with these words, one text for each bubble. */
  record Edits(List<String> texts) implements Beat {}

  /** A recruiter keeps the reply back that waits. */
  record Rejects(String why) implements Beat {}

  /** Who holds the journey gives it to a colleague. */
  record HandsOver(String to) implements Beat {}

  /** Who holds the journey gives it back to the bot. */
  record HandsBack(HandBack.Outcome outcome) implements Beat {}

  /** Something that must be so, or the rehearsal fails. */
  sealed interface Expectation extends Beat {}

  /**
   * The candidate hears this next.
   *
   * @param text part of what is said; empty for anything
   * @param choices titles of what can be tapped, in order; empty when nobody says
   * @param template name of the template by which it is said; null when nobody says
   */
  record Hears(String text, List<String> choices, @Nullable String template)
      implements Expectation {}

  /** The candidate hears nothing more, and nothing for this long. */
  record HearsNothing(Duration time) implements Expectation {}

  /** The team is told this. */
  record TeamIsTold(Desk.Kind kind) implements Expectation {}

  /**
   * The team was told nothing else.
   *
   * @param kind that it was not told; null for any
   */
  record TeamIsNotTold(Desk.@Nullable Kind kind) implements Expectation {}

  /** The journey stands at this stage. */
  record StandsAt(String stage) implements Expectation {}

  /** These answers are kept; others may be too. */
  record Kept(Map<String, String> answers) implements Expectation {}

  /**
   * The journey has ended like this.
   *
   * @param reason code of it; null for any
   */
  record Ended(Ending ending, @Nullable String reason) implements Expectation {}

  /** The bot speaks this language. */
  record Speaks(String language) implements Expectation {}

  /**
   * A person was called.
   *
   * @param reason code of it; null for any
   */
  record PersonCalled(@Nullable String reason) implements Expectation {}

  /**
   * A reply of the bot waits for a recruiter.
   *
   * @param text part of it; empty for any
   */
  record Reviewed(String text) implements Expectation {}

  /**
   * What a bot from outside made of the words to which it replied last.
   *
   * @param intent in its own words; null when nobody says
   * @param priority null when nobody says
   * @param sentiment null when nobody says
   * @param entities some of what the words name
   */
  record ReadAs(
      @Nullable String intent,
      Reading.@Nullable Priority priority,
      @Nullable Mood sentiment,
      Map<String, String> entities)
      implements Expectation {}

  /** The sign of a sentiment. */
  enum Mood {
    NEGATIVE,
    NEUTRAL,
    POSITIVE
  }

  /**
   * Who answers the candidate.
   *
   * @param who a recruiter's name; null for the bot
   */
  record HeldBy(@Nullable String who) implements Expectation {}
}
