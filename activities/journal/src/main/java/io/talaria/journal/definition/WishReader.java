package io.talaria.journal.definition;

import io.talaria.journal.listing.Shift;
import io.talaria.journal.listing.WishPart;
import io.talaria.journal.listing.Workplace;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Reads from which answers a search in the listings makes its wish. */
final class WishReader {
  private static final List<String> PARTS =
      List.of("words", "place", "region", "shift", "workplace", "has");

  /** Several answers together tell what is searched for; of a place or a shift there is one. */
  private static final List<String> OF_SEVERAL = List.of("words", "has");

  private static final List<String> MUSTS = List.of("words", "place", "shift", "workplace");
  private static final int MOST = 10;

  /** The choice that wishes nothing. */
  private static final String ANY = "any";

  private final References references;

  WishReader(References references) {
    this.references = references;
  }

  /** The questions of each part. */
  Map<String, List<String>> read(Keys keys) {
    Place place = keys.at("wish");
    var wish = new LinkedHashMap<String, List<String>>();
    place
        .keys("a wish", List.of(), PARTS)
        .all()
        .forEach((part, questions) -> wish.put(part, questions(part, questions)));
    if (keys.has("wish") && wish.isEmpty()) {
      place.mistake("a wish of at least one part", "words: interests", "none");
    }
    wish.getOrDefault("shift", List.of()).forEach(this::shifts);
    wish.getOrDefault("workplace", List.of()).forEach(this::workplaces);
    return Map.copyOf(wish);
  }

  /** What a match doesn't contradict: the words, unless the step says something else. */
  static Set<WishPart> must(Keys keys, Set<String> wish) {
    List<String> told =
        Arrays.stream(WishPart.values()).map(WishReader::id).filter(id -> tells(wish, id)).toList();
    Optional<Place> must = keys.maybe("must");
    if (must.isEmpty()) {
      return wish.contains("words") ? Set.of(WishPart.WORDS) : Set.of();
    }
    var parts = EnumSet.noneOf(WishPart.class);
    for (Place place : must.get().list("parts of the wish", "[words]", 0, 4)) {
      String part = place.word("a part of the wish", MUSTS);
      if (!told.isEmpty() && MUSTS.stream().anyMatch(place::says) && !told.contains(part)) {
        place.mistake("a part that the wish tells", Nearest.of(part, told), place.found());
      }
      parts.add(WishPart.valueOf(part.toUpperCase(Locale.ROOT)));
    }
    return Set.copyOf(parts);
  }

  /** A region is a place too. */
  private static boolean tells(Set<String> wish, String part) {
    return wish.contains(part) || (part.equals("place") && wish.contains("region"));
  }

  private List<String> questions(String part, Place place) {
    return OF_SEVERAL.contains(part) && place.isList()
        ? place.list("ids of earlier questions", "[interests]", 1, MOST).stream()
            .map(references::earlier)
            .toList()
        : List.of(references.earlier(place));
  }

  private void shifts(String question) {
    Stream<String> known =
        Arrays.stream(Shift.values()).filter(one -> one != Shift.FLEXIBLE).map(WishReader::id);
    check(question, "a shift", known, id -> Shift.named(id).isPresent());
  }

  private void workplaces(String question) {
    Stream<String> known = Arrays.stream(Workplace.values()).map(WishReader::id);
    check(question, "a workplace", known, id -> Workplace.named(id).isPresent());
  }

  private static String id(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT);
  }

  /** A choice that the listings don't know would be dropped from the wish without a word. */
  private void check(String question, String what, Stream<String> known, Predicate<String> knows) {
    List<String> names = Stream.concat(known, Stream.of(ANY)).toList();
    references
        .choices(question)
        .forEach(
            (id, place) -> {
              if (!id.equals(ANY) && !knows.test(id)) {
                place.mistake(
                    "the id of %s, which listings know (%s)"
                        .formatted(what, String.join(", ", names)),
                    Nearest.of(id, names),
                    place.found());
              }
            });
  }
}
