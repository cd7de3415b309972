package io.talaria.worker.bot;

import io.talaria.journal.listing.Listing;
import io.talaria.journal.listing.ListingWords;
import io.talaria.journal.listing.Match;
import io.talaria.journal.listing.Reason;
import io.talaria.journal.listing.Reason.Code;
import io.talaria.port.Kept;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Matches as a list to tap, within WhatsApp's limits. See
 * https://developers.facebook.com/docs/whatsapp/cloud-api/messages/interactive-list-messages.
 */
@Component
final class MatchRows {
  private static final int ROWS = 10;
  private static final int TITLE = 24;
  private static final int DESCRIPTION = 72;
  private static final String GAP = " · ";

  private final ListingWords words;

  MatchRows(ListingWords words) {
    this.words = words;
  }

  /**
   * The first ten matches: each listing's title, and under it who offers it, where, and why it was
   * matched, within WhatsApp's limits.
   *
   * @param matches best first
   * @param language of the definition, such as {@code pt-BR}
   */
  List<Lookups.Offer> of(List<Match> matches, String language) {
    Set<String> titles = new HashSet<>();
    return matches.stream()
        .limit(ROWS)
        .map(
            match ->
                new Lookups.Offer(
                    match.listing().id().toString(),
                    title(match.listing().said(), titles),
                    description(match, language),
                    match.reasons().stream().map(MatchRows::ground).toList()))
        .toList();
  }

  private static Kept.Ground ground(Reason reason) {
    return new Kept.Ground(reason.code().name(), reason.value(), reason.values());
  }

  /** Rows with one title can't be told apart in a transcript, so a number is put behind. */
  private static String title(Listing.Said said, Set<String> titles) {
    String title = cut(said.title(), TITLE);
    for (int n = 2; !titles.add(title); n++) {
      String number = " (" + n + ")";
      title = cut(said.title(), TITLE - number.length()) + number;
    }
    return title;
  }

  /** What doesn't fit is left out from its end; at least the first part stands there, cut. */
  private String description(Match match, String language) {
    String all = "";
    for (String part : parts(match, language)) {
      String longer = all.isEmpty() ? part : all + GAP + part;
      if (longer.length() <= DESCRIPTION) {
        all = longer;
      } else if (all.isEmpty()) {
        all = cut(part, DESCRIPTION);
      }
    }
    return all;
  }

  private List<String> parts(Match match, String language) {
    var parts = new ArrayList<String>();
    Listing.Said said = match.listing().said();
    if (said.company() != null) {
      parts.add(cut(said.company(), DESCRIPTION / 2));
    }
    boolean placed = match.reasons().stream().anyMatch(MatchRows::tellsPlace);
    if (!placed && said.city() != null) {
      parts.add(said.city());
    }
    match.reasons().stream()
        .filter(reason -> reason.speaksFor() || reason.code() == Code.ELSEWHERE)
        .sorted(Comparator.comparing((Reason reason) -> !tellsPlace(reason)))
        .map(reason -> words.reason(language, reason))
        .forEach(parts::add);
    return parts;
  }

  private static boolean tellsPlace(Reason reason) {
    return switch (reason.code()) {
      case SAME_CITY, SAME_REGION, REMOTE, ELSEWHERE -> true;
      default -> false;
    };
  }

  /** Never between the halves of one sign. */
  private static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = most - 1;
    if (Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end).stripTrailing() + "…";
  }
}
