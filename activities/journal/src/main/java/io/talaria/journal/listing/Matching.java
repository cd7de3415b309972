package io.talaria.journal.listing;

import io.talaria.journal.listing.Reason.Code;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ranks open listings by what a candidate wishes, and says why. */
@Component
public class Matching {
  // Shares in the score of what a wish tells; what it doesn't tell leaves its share to the rest.
  private static final double WORDS = 0.45;
  private static final double PLACE = 0.25;
  private static final double SHIFT = 0.15;
  private static final double WORKPLACE = 0.15;

  private final JdbcClient jdbc;
  private final KnownPlaces places;

  /** On the journal's database. */
  public Matching(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.places = new KnownPlaces(jdbc);
  }

  /**
   * The listings that fit best, best first; the same wish over the same listings gives the same
   * list. Listings whose must-haves the wish lacks, that are closed, that it leaves out, or that
   * contradict a part that it insists on are never among them: so it may be empty. Reads only.
   *
   * @param limit at most so many, from 1
   */
  public List<Match> rank(UUID accountId, Wish wish, int limit) {
    WishPlace place = places.meant(accountId, WishPlace.of(wish.place(), wish.region()));
    List<String> words = WishWords.of(wish.words());
    List<Match> found =
        words.isEmpty() ? List.of() : ask(RankingQuery.BY_WORDS, accountId, wish, place, limit);
    return found.isEmpty() ? ask(RankingQuery.BY_THE_REST, accountId, wish, place, limit) : found;
  }

  private List<Match> ask(String sql, UUID accountId, Wish wish, WishPlace place, int limit) {
    List<String> words = WishWords.of(wish.words());
    Weights weights = Weights.of(wish.told());
    Set<Code> refused = wish.refused();
    boolean more = weights.sum() > weights.words;
    return jdbc.sql(sql)
        .param("account", accountId.toString())
        .param("words", words.toArray(String[]::new))
        .param("city", place.city())
        .param("region", place.region())
        .param("shift", weights.shift == 0 ? null : String.valueOf(wish.shift()))
        .param("workplace", wish.workplace() == null ? null : wish.workplace().name())
        .param("has", wish.things().toArray(String[]::new))
        .param("without", wish.without().stream().map(UUID::toString).toArray(String[]::new))
        .param("words_weight", weights.words)
        .param("place_weight", weights.place)
        .param("shift_weight", weights.shift)
        .param("workplace_weight", weights.workplace)
        .param("stated", weights.sum() == 0 ? 1 : weights.sum())
        .param("refused", refused.stream().map(Code::name).toArray(String[]::new))
        .param("more", more)
        .param("rest", words.isEmpty() || (more && !refused.contains(Code.NO_WORDS)))
        .param("limit", limit)
        .query((row, n) -> read(row, wish, weights))
        .list();
  }

  private static Match read(ResultSet row, Wish wish, Weights weights) throws SQLException {
    Listing listing = ListingRow.read(row);
    var reasons = new ArrayList<Reason>();
    if (weights.words > 0) {
      List<String> matched = ListingRow.strings(row, "matched");
      reasons.add(
          new Reason(
              matched.isEmpty() ? Code.NO_WORDS : Code.WORDS,
              row.getDouble("words_value"),
              weights.share(weights.words),
              matched));
    }
    if (weights.place > 0) {
      Code code = Code.valueOf(row.getString("place_code"));
      List<String> values = placeNamed(code, listing.said());
      reasons.add(
          new Reason(code, row.getDouble("place_value"), weights.share(weights.place), values));
    }
    if (weights.shift > 0) {
      reasons.add(
          new Reason(
              Code.valueOf(row.getString("shift_code")),
              row.getDouble("shift_value"),
              weights.share(weights.shift),
              List.of(String.valueOf(wish.shift()))));
    }
    if (weights.workplace > 0) {
      reasons.add(
          new Reason(
              Code.valueOf(row.getString("workplace_code")),
              row.getDouble("workplace_value"),
              weights.share(weights.workplace),
              List.of(listing.said().workplace().name())));
    }
    if (reasons.isEmpty()) {
      reasons.add(new Reason(Code.NEWEST, 1, 0, List.of()));
    }
    for (String mustHave : listing.said().mustHaves()) {
      reasons.add(new Reason(Code.MUST_HAVE, 1, 0, List.of(mustHave)));
    }
    return new Match(listing, row.getDouble("score"), List.copyOf(reasons));
  }

  private static List<String> placeNamed(Code code, Listing.Said said) {
    if (code == Code.SAME_CITY && said.city() != null) {
      return List.of(said.city());
    }
    if (code == Code.SAME_REGION || code == Code.ELSEWHERE) {
      return List.of(
          String.join(", ", Stream.of(said.city(), said.region()).filter(p -> p != null).toList()));
    }
    return List.of();
  }

  private record Weights(double words, double place, double shift, double workplace) {
    static Weights of(Set<WishPart> told) {
      return new Weights(
          told.contains(WishPart.WORDS) ? WORDS : 0,
          told.contains(WishPart.PLACE) ? PLACE : 0,
          told.contains(WishPart.SHIFT) ? SHIFT : 0,
          told.contains(WishPart.WORKPLACE) ? WORKPLACE : 0);
    }

    double sum() {
      return words + place + shift + workplace;
    }

    double share(double weight) {
      return weight / sum();
    }
  }
}
