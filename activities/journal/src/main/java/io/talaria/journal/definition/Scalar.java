package io.talaria.journal.definition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A single value that a reader takes, as JSON Schema says it. Readers see what stands in the file,
 * so a text may look like a number.
 *
 * @param keywords of the schema
 * @param limit of a text; 0 for anything else
 */
record Scalar(Map<String, Object> keywords, int limit) {
  /** Something that isn't blank, at most so long. */
  static Scalar text(int limit) {
    var keywords = new LinkedHashMap<String, Object>();
    keywords.put("type", List.of("string", "number", "boolean"));
    keywords.put("maxLength", limit);
    keywords.put("pattern", "\\S");
    return new Scalar(keywords, limit);
  }

  static Scalar matching(String pattern) {
    var keywords = new LinkedHashMap<String, Object>();
    keywords.put("type", "string");
    keywords.put("pattern", "^(?:" + pattern + ")$");
    return new Scalar(keywords, 0);
  }

  /** One of these words; those that look like whole numbers are numbers to an editor. */
  static Scalar word(List<String> valid) {
    List<Object> words =
        valid.stream()
            .map(word -> word.matches("[0-9]{1,9}") ? (Object) Integer.valueOf(word) : word)
            .toList();
    return new Scalar(Map.of("enum", words), 0);
  }

  static Scalar truth() {
    return new Scalar(Map.of("type", "boolean"), 0);
  }

  static Scalar nothing() {
    return new Scalar(Map.of("type", "null"), 0);
  }

  static Scalar number() {
    return new Scalar(Map.of("type", "number"), 0);
  }

  static Scalar whole() {
    return new Scalar(Map.of("type", "integer"), 0);
  }

  static Scalar whole(int min, int max) {
    var keywords = new LinkedHashMap<String, Object>();
    keywords.put("type", "integer");
    keywords.put("minimum", min);
    keywords.put("maximum", max);
    return new Scalar(keywords, 0);
  }

  /** More than nothing, at most one. */
  static Scalar share() {
    var keywords = new LinkedHashMap<String, Object>();
    keywords.put("type", "number");
    keywords.put("exclusiveMinimum", 0);
    keywords.put("maximum", 1);
    return new Scalar(keywords, 0);
  }

  /** Whether it takes whatever the other does, as far as that is told by looking. */
  boolean covers(Scalar other) {
    return equals(other) || (limit > 0 && other.limit > 0 && limit >= other.limit);
  }
}
