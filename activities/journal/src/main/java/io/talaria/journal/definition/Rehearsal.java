package io.talaria.journal.definition;

import io.talaria.journey.Phase;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A conversation that a definition must be able to have.
 *
 * @param file for messages
 * @param line where it begins, from 1
 */
public record Rehearsal(String file, int line, String name, Setting setting, List<Line> story) {

  /**
   * @param candidate what the candidate is called in transcripts
   * @param country of the candidate's phone, ISO 3166-1 alpha-2; null for somebody who hides it
   * @param language in which the bot begins
   * @param start when the story begins on the candidate's clock
   * @param listings jobs that there are
   * @param phase of the number; null for one whose conversations are all ours
   */
  public record Setting(
      String candidate,
      @Nullable String country,
      String language,
      LocalDateTime start,
      ZoneId zone,
      List<Listing> listings,
      @Nullable Phase phase) {}

  /**
   * A job of the story.
   *
   * @param reference by which an answer names it
   * @param fits what it offers, by the part of a wish, such as {@code place}
   */
  public record Listing(String reference, String title, Map<String, String> fits) {}

  /** A beat with the line on which it stands, from 1. */
  public record Line(int line, Beat beat) {}
}
