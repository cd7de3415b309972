package io.talaria.worker.bot;

import io.talaria.journal.definition.Definition;
import io.talaria.journal.listing.WishPart;
import io.talaria.port.Kept;
import io.talaria.port.Outbound;
import io.talaria.port.Turn;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the script has to look up outside of its definition. The same turn finds the same. */
public interface Lookups {
  /**
   * A job that fits.
   *
   * @param reference by which the answer is kept
   * @param title at most 24 characters, the length of a list's row
   * @param why in few words, at most 72 characters, in the turn's language; may be empty
   * @param grounds all that speaks for it and against it
   */
  record Offer(String reference, String title, String why, List<Kept.Ground> grounds) {}

  /**
   * What is looked for.
   *
   * @param step that offers it
   * @param wish by part, such as {@code place}
   * @param must parts of the wish that no offer contradicts
   * @param most so many are wanted
   */
  record Sought(String step, Map<String, String> wish, Set<WishPart> must, int most) {}

  /**
   * The listings that fit best, best first. What the journey offered at another step is not among
   * them; what this step offered before is, so that a question that is asked again stays the same.
   */
  List<Offer> offers(Turn turn, String language, Sought sought);

  /** How many other candidates have each time of this interview, from this moment on. */
  Map<Instant, Integer> taken(Turn turn, String interview, Instant from);

  /** What the candidate was last shown to choose from at this step, in order; it may be empty. */
  List<Outbound.Choice> shown(Turn turn, String step);

  /** The candidate's own link to a form. */
  String form(Turn turn, String form, String url, Instant expiresAt);

  /** The candidate's newest text before this seq; it never changes any more. */
  Optional<String> earlierText(Turn turn, long seq);

  /** Where the candidate's clock is read. */
  ZoneId zone(Turn turn, Definition definition);
}
