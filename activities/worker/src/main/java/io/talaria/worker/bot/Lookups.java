package io.talaria.worker.bot;

import io.talaria.journal.definition.Definition;
import io.talaria.port.Turn;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the script has to look up outside of its definition. The same turn finds the same. */
public interface Lookups {
  /**
   * A job that fits.
   *
   * @param reference by which the answer is kept
   * @param title at most 24 characters, the length of a list's row
   * @param why in few words, at most 72 characters, in the turn's language; may be empty
   */
  record Offer(String reference, String title, String why) {}

  /**
   * The listings that fit best, best first.
   *
   * @param wish by part, such as {@code place}
   */
  List<Offer> offers(Turn turn, String language, Map<String, String> wish, int most);

  /** The candidate's own link to a form. */
  String form(Turn turn, String form, String url, Instant expiresAt);

  /** The candidate's newest text before this seq; it never changes any more. */
  Optional<String> earlierText(Turn turn, long seq);

  /** Where the candidate's clock is read. */
  ZoneId zone(Turn turn, Definition definition);
}
