package io.talaria.journal.definition;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What keys mean, for people who hold the mouse over them in their editor. */
final class Descriptions {
  /** Keys that mean the same wherever they stand; a group's own description goes before. */
  private static final String EVERYWHERE = "anywhere";

  private final Map<String, Map<String, String>> byGroup = new HashMap<>();
  private final Set<String> unused = new HashSet<>();

  /** Reads them from a file with a group of keys for each group. */
  static Descriptions read(String file, String yaml) {
    var page = new Page(file);
    var read = new Descriptions();
    page.compose(yaml, "descriptions", "times: …")
        .anyKeys("descriptions")
        .all()
        .forEach(
            (group, place) -> {
              var keys = new LinkedHashMap<String, String>();
              place
                  .anyKeys(group)
                  .all()
                  .forEach((key, text) -> keys.put(key, text.text("a description", "…", 500)));
              read.byGroup.put(group, keys);
              keys.keySet().forEach(key -> read.unused.add(group + "." + key));
            });
    page.check();
    return read;
  }

  /**
   * The description of a key.
   *
   * @throws IllegalStateException when there is none
   */
  String of(String group, String key) {
    for (String where : new String[] {group, EVERYWHERE}) {
      String text = byGroup.getOrDefault(where, Map.of()).get(key);
      if (text != null) {
        unused.remove(where + "." + key);
        return text;
      }
    }
    throw new IllegalStateException(
        "The key `%s` of %s has no description in /schema".formatted(key, group));
  }

  /** Throws when one describes a key that there isn't. */
  void check() {
    if (!unused.isEmpty()) {
      throw new IllegalStateException(
          "Descriptions in /schema of keys that no reader has: " + unused);
    }
  }
}
