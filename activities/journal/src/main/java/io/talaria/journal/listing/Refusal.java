package io.talaria.journal.listing;

import java.util.Arrays;
import java.util.List;

/**
 * Why a listing, a row or a file isn't taken.
 *
 * @param code stable; its sentence is in {@link ListingWords} under {@code refusal.<code>}
 * @param values what the sentence names
 */
public record Refusal(String code, List<String> values) {
  static Refusal of(String code, Object... values) {
    return new Refusal(code, Arrays.stream(values).map(String::valueOf).toList());
  }
}
