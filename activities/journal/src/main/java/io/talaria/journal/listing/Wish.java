package io.talaria.journal.listing;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a candidate wishes. What isn't told doesn't count.
 *
 * @param words free text in any of the three languages; empty for none
 * @param place a city, also as "Campinas, SP"
 * @param region state or province; told by the place where it is null
 * @param shift null, or {@link Shift#FLEXIBLE}, for any
 * @param has skills, also several in one text with commas between, and answers as {@code
 *     question=option}: what must-haves are looked for in
 * @param without listings that were shown or declined
 */
public record Wish(
    String words,
    @Nullable String place,
    @Nullable String region,
    @Nullable Shift shift,
    @Nullable Workplace workplace,
    Set<String> has,
    Set<UUID> without) {

  public Wish {
    has = Set.copyOf(has);
    without = Set.copyOf(without);
  }

  /** These words, and nothing else. */
  public static Wish of(String words) {
    return new Wish(words, null, null, null, null, Set.of(), Set.of());
  }

  public Wish in(@Nullable String otherPlace, @Nullable String otherRegion) {
    return new Wish(words, otherPlace, otherRegion, shift, workplace, has, without);
  }

  public Wish at(@Nullable Shift otherShift) {
    return new Wish(words, place, region, otherShift, workplace, has, without);
  }

  public Wish at(@Nullable Workplace otherWorkplace) {
    return new Wish(words, place, region, shift, otherWorkplace, has, without);
  }

  public Wish having(Set<String> skills) {
    return new Wish(words, place, region, shift, workplace, skills, without);
  }

  public Wish without(Set<UUID> listings) {
    return new Wish(words, place, region, shift, workplace, has, listings);
  }
}
