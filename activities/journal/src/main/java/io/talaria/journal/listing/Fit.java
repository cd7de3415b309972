package io.talaria.journal.listing;

import io.talaria.journal.definition.Folded;
import io.talaria.journal.listing.Reason.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a job of which only a few words are told fits a wish, by the ranking's rule and without a
 * database: for rehearsals. What isn't told of the job contradicts nothing, its words included.
 * Stems are the database's; here two words are alike when their first five letters are.
 *
 * @param match whether the job is above the floor that the wish sets
 * @param agreed what is told of the job and agrees with the wish
 */
public record Fit(boolean match, List<String> agreed) {
  private static final int STEM = 5;
  private static final int SHORTEST = 3;

  /**
   * Values the job.
   *
   * @param job by the parts of a wish: {@code words}, {@code place}, {@code region}, {@code shift},
   *     {@code workplace}, and {@code has} for a must-have
   */
  public static Fit of(Wish wish, Map<String, String> job) {
    var agreed = new ArrayList<String>();
    boolean match = !lacks(wish, job.get("has"));
    for (WishPart part : wish.told()) {
      Code code = code(wish, part, job);
      match &= code == null || !wish.refused().contains(code);
      if (code != null && code != part.against()) {
        agreed.add(told(part, job));
      }
    }
    return new Fit(match, List.copyOf(agreed));
  }

  private static boolean lacks(Wish wish, @Nullable String mustHave) {
    return mustHave != null && !wish.things().contains(Folded.of(mustHave));
  }

  private static String told(WishPart part, Map<String, String> job) {
    return switch (part) {
      case WORDS -> job.getOrDefault("words", "");
      case PLACE ->
          job.getOrDefault("place", job.getOrDefault("region", job.getOrDefault("workplace", "")));
      case SHIFT -> job.getOrDefault("shift", "");
      case WORKPLACE -> job.getOrDefault("workplace", "");
    };
  }

  /** Null where the job doesn't tell it. */
  private static @Nullable Code code(Wish wish, WishPart part, Map<String, String> job) {
    return switch (part) {
      case WORDS -> Optional.ofNullable(job.get("words")).map(w -> words(wish, w)).orElse(null);
      case PLACE -> place(wish, job);
      case SHIFT ->
          Shift.named(job.getOrDefault("shift", "")).map(s -> shift(wish, s)).orElse(null);
      case WORKPLACE ->
          Workplace.named(job.getOrDefault("workplace", ""))
              .map(w -> workplace(wish, w))
              .orElse(null);
    };
  }

  private static Code words(Wish wish, String offered) {
    return WishWords.of(wish.words()).stream()
            .anyMatch(one -> WishWords.all(offered).stream().anyMatch(other -> alike(one, other)))
        ? Code.WORDS
        : Code.NO_WORDS;
  }

  private static boolean alike(String one, String other) {
    String a = Folded.of(one);
    String b = Folded.of(other);
    return a.length() >= SHORTEST
        && (a.equals(b)
            || (a.length() >= STEM && b.length() >= STEM && a.regionMatches(0, b, 0, STEM)));
  }

  private static @Nullable Code place(Wish wish, Map<String, String> job) {
    if (Workplace.named(job.getOrDefault("workplace", "")).equals(Optional.of(Workplace.REMOTE))) {
      return Code.REMOTE;
    }
    WishPlace offered = WishPlace.of(job.get("place"), job.get("region"));
    WishPlace wished = WishPlace.of(wish.place(), wish.region());
    if (!offered.isTold()) {
      return null;
    }
    if (offered.city() != null && wished.near(List.of(offered.city())).isPresent()) {
      return Code.SAME_CITY;
    }
    return offered.region() != null && wished.names().contains(offered.region())
        ? Code.SAME_REGION
        : Code.ELSEWHERE;
  }

  private static Code shift(Wish wish, Shift offered) {
    if (offered == Shift.FLEXIBLE) {
      return Code.SHIFT_FLEXIBLE;
    }
    return offered == wish.shift() ? Code.SHIFT : Code.OTHER_SHIFT;
  }

  private static Code workplace(Wish wish, Workplace offered) {
    if (offered == wish.workplace()) {
      return Code.WORKPLACE;
    }
    return offered == Workplace.HYBRID || wish.workplace() == Workplace.HYBRID
        ? Code.WORKPLACE_PARTLY
        : Code.OTHER_WORKPLACE;
  }
}
