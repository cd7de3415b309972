package io.talaria.journal.listing;

import io.talaria.journal.definition.Folded;
import io.talaria.journal.listing.Reason.Code;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a candidate wishes. What isn't told doesn't count.
 *
 * @param words free text in any of the three languages; empty for none
 * @param place a city, also as "Campinas, SP", or a region alone
 * @param region state or province; told by the place where it is null
 * @param shift null, or {@link Shift#FLEXIBLE}, for any
 * @param has skills, also several in one text with commas between, and answers as {@code
 *     question=option}: what must-haves are looked for in
 * @param without listings that were shown or declined
 * @param must parts that a match doesn't contradict; of no effect for those that aren't told
 */
public record Wish(
    String words,
    @Nullable String place,
    @Nullable String region,
    @Nullable Shift shift,
    @Nullable Workplace workplace,
    Set<String> has,
    Set<UUID> without,
    Set<WishPart> must) {
  private static final Pattern SEVERAL = Pattern.compile("[,;|\\n]|\\s(?:e|y|and)\\s");

  public Wish {
    has = Set.copyOf(has);
    without = Set.copyOf(without);
    must = Set.copyOf(must);
  }

  /** These words, of which a match has one at least, and nothing else. */
  public static Wish of(String words) {
    return new Wish(words, null, null, null, null, Set.of(), Set.of(), Set.of(WishPart.WORDS));
  }

  /**
   * As a conversation tells it: {@code words}, {@code place}, {@code region}, {@code shift}, {@code
   * workplace}, {@code has}. A shift or a workplace that isn't understood is not wished.
   */
  public static Wish told(Map<String, String> parts) {
    return of(parts.getOrDefault("words", ""))
        .in(parts.get("place"), parts.get("region"))
        .at(Shift.named(parts.getOrDefault("shift", "")).orElse(null))
        .at(Workplace.named(parts.getOrDefault("workplace", "")).orElse(null))
        .having(parts.containsKey("has") ? Set.of(parts.get("has")) : Set.of());
  }

  public Wish in(@Nullable String otherPlace, @Nullable String otherRegion) {
    return new Wish(words, otherPlace, otherRegion, shift, workplace, has, without, must);
  }

  public Wish at(@Nullable Shift otherShift) {
    return new Wish(words, place, region, otherShift, workplace, has, without, must);
  }

  public Wish at(@Nullable Workplace otherWorkplace) {
    return new Wish(words, place, region, shift, otherWorkplace, has, without, must);
  }

  public Wish having(Set<String> skills) {
    return new Wish(words, place, region, shift, workplace, skills, without, must);
  }

  public Wish without(Set<UUID> listings) {
    return new Wish(words, place, region, shift, workplace, has, listings, must);
  }

  /** The same, insisting on these parts: no match contradicts one. Instead of those of before. */
  public Wish demanding(Set<WishPart> parts) {
    return new Wish(words, place, region, shift, workplace, has, without, parts);
  }

  /** The floor of matching: a listing with one of these reasons is no match. */
  Set<Code> refused() {
    return told().stream()
        .filter(must::contains)
        .map(WishPart::against)
        .collect(Collectors.toUnmodifiableSet());
  }

  Set<WishPart> told() {
    var told = EnumSet.noneOf(WishPart.class);
    if (!WishWords.of(words).isEmpty()) {
      told.add(WishPart.WORDS);
    }
    if (WishPlace.of(place, region).isTold()) {
      told.add(WishPart.PLACE);
    }
    if (shift != null && shift != Shift.FLEXIBLE) {
      told.add(WishPart.SHIFT);
    }
    if (workplace != null) {
      told.add(WishPart.WORKPLACE);
    }
    return told;
  }

  /** What must-haves are looked for in: each thing as it is told, and each of several in one. */
  Set<String> things() {
    return has.stream()
        .flatMap(one -> Stream.concat(Stream.of(one), SEVERAL.splitAsStream(one)))
        .map(Folded::of)
        .filter(thing -> !thing.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }
}
