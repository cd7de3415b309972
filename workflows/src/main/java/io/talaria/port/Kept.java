package io.talaria.port;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;

/**
 * What a proposal comes to beside its words. The journal keeps it in the commit that claims the
 * turn, and the journey tells it as an event once the reply is said.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Kept.Booked.class, name = "booked"),
  @JsonSubTypes.Type(value = Kept.GivenBack.class, name = "given_back"),
  @JsonSubTypes.Type(value = Kept.Offered.class, name = "offered"),
  @JsonSubTypes.Type(value = Kept.Chosen.class, name = "chosen")
})
public sealed interface Kept {
  /** The step that it belongs to. */
  String step();

  /**
   * The candidate chose this time of an interview. Where it is taken meanwhile nothing of the
   * proposal leaves, see {@link Delivered.Outcome#GONE}.
   *
   * @param calendar to which the time belongs: the definition's name
   * @param capacity how many candidates may have this time
   */
  record Booked(String calendar, String step, Instant at, int capacity) implements Kept {}

  /** The candidate wants another time than this one, or didn't come. */
  record GivenBack(String step, Instant at) implements Kept {}

  /**
   * Listings were offered.
   *
   * @param listings in the order in which they are shown
   */
  record Offered(String step, List<Listed> listings) implements Kept {}

  /** One listing, by the id under which it is kept, and why it was offered. */
  record Listed(String listing, List<Ground> grounds) {}

  /**
   * One ground of a match.
   *
   * @param code that the journal has sentences for
   * @param value how well it fits, 0 to 1
   * @param values what the sentence names
   */
  record Ground(String code, double value, List<String> values) {}

  /**
   * The candidate chose one of the listings.
   *
   * @param listing its id; {@code none} for none of them
   */
  record Chosen(String step, String listing) implements Kept {}
}
