package io.talaria.journal.definition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the braces of a text are filled with, and how long it may become. WhatsApp refuses what is
 * too long whole, and the candidate would read nothing; braces that nothing fills would be read as
 * they stand.
 *
 * @param names how long what stands for each may be
 * @param needed without which the text says too little; null when there is none
 * @param behind how long what stands behind the text is when none of its braces says where
 */
record Filling(Map<String, Integer> names, @Nullable String needed, int behind) {
  /** A text that is said as it stands. */
  static final Filling NONE = new Filling(Map.of(), null, 0);

  private static final String TIME = "time";

  /** A day and an hour in words; the longest of the languages that people write has less. */
  static final Filling MOMENT = new Filling(Map.of(TIME, 60), null, 0);

  /**
   * Of a meeting: what was understood is told, the same words remind a day and an hour before, and
   * the time is sent as the one parameter of the template.
   */
  static final Filling MEETING = new Filling(MOMENT.names(), TIME, 0);

  /** How many photos came, and how many are wished for. */
  static final Filling PHOTOS = photos();

  private static final Pattern BRACES =
      Pattern.compile("\\{\\s*([\\p{L}_][\\p{L}\\p{N}_ -]{0,29}|[0-9]{1,2})\\s*}");

  private static Filling photos() {
    var names = new LinkedHashMap<String, Integer>();
    List.of("sent", "min", "max").forEach(name -> names.put(name, 2));
    return new Filling(names, null, 0);
  }

  /** That of the text over what is waited for. */
  static Filling of(Answer answer) {
    return switch (answer) {
      case Answer.Form form -> link(form.url().replace("{token}", "").length() + Limits.TOKEN);
      case Answer.Time ignored -> MOMENT;
      case Answer.Photos ignored -> PHOTOS;
      default -> NONE;
    };
  }

  /** A link stands in a line of its own where the text doesn't say where it goes. */
  private static Filling link(int length) {
    return new Filling(Map.of("link", length), null, 1 + length);
  }

  /** UTF-16 units that this text has at most when it is sent. */
  int length(String text) {
    int length = text.length();
    boolean filled = false;
    for (Map.Entry<String, Integer> name : names.entrySet()) {
      String brace = braced(name.getKey());
      int times = (text.length() - text.replace(brace, "").length()) / brace.length();
      length += times * (name.getValue() - brace.length());
      filled |= times > 0;
    }
    return filled ? length : length + behind;
  }

  /** Notes a mistake for braces that nothing fills, and for what is needed and isn't there. */
  void check(Place place, String text) {
    List<String> valid = names.keySet().stream().map(Filling::braced).toList();
    boolean misspelt = false;
    for (Matcher braces = BRACES.matcher(text); braces.find(); ) {
      if (!valid.contains(braces.group())) {
        misspelt = true;
        place.mistake(
            valid.isEmpty()
                ? "a text without braces, since nothing is filled in here"
                : "braces that are filled in here (%s)".formatted(String.join(", ", valid)),
            valid.isEmpty() ? braces.group(1) : Nearest.of(braces.group(), valid),
            "`%s`".formatted(braces.group()));
      }
    }
    if (needed != null && !misspelt && !text.isEmpty() && !text.contains(braced(needed))) {
      place.mistake("a text that tells the " + needed, braced(needed), place.found());
    }
  }

  private static String braced(String name) {
    return "{" + name + "}";
  }
}
