package io.talaria.gateway.inbox;

import io.talaria.gateway.Updates;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** One thing that WhatsApp has to tell, in labels that mean the same in every {@link Ground}. */
sealed interface Told {
  int second();

  /** The candidate's n-th message. */
  record Said(int who, int n, int second) implements Told {}

  /**
   * What became of a send of ours.
   *
   * @param priced the category in which it is charged; empty when that isn't told
   */
  record Ticked(int send, String tick, String priced, int second) implements Told {}

  /** A message without an id: nobody can say whether it was there before. */
  record Nameless(int who, int second) implements Told {}

  /** A webhook body that tells all of these. */
  static String body(List<Told> items, Ground ground) {
    return Updates.delivery(
        Map.of(
            "messages",
            items.stream().filter(item -> !(item instanceof Ticked)).map(ground::json).toList(),
            "statuses",
            items.stream().filter(Ticked.class::isInstance).map(ground::json).toList()));
  }

  /** Cut into bodies of at most this many, in their order. */
  static List<List<Told>> batches(List<Told> items, int size) {
    return IntStream.iterate(0, from -> from < items.size(), from -> from + size)
        .mapToObj(from -> items.subList(from, Math.min(items.size(), from + size)))
        .toList();
  }
}
