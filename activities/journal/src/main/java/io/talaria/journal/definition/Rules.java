package io.talaria.journal.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What holds between keys of a group, as JSON Schema says it. */
final class Rules {
  private Rules() {}

  /** All of these keys are there. */
  static Map<String, Object> has(String... keys) {
    return Map.of("required", List.of(keys));
  }

  /** None of these keys is there. */
  static Map<String, Object> hasNot(List<String> keys) {
    var none = new LinkedHashMap<String, Object>();
    keys.forEach(key -> none.put(key, false));
    return Map.of("properties", none);
  }

  /** Exactly one of these keys is there. */
  static Map<String, Object> exactlyOne(List<String> keys) {
    return Map.of("oneOf", keys.stream().map(Rules::has).toList());
  }

  static Map<String, Object> anyOf(List<Map<String, Object>> rules) {
    return Map.of("anyOf", rules);
  }

  /** This key is there with this value. */
  static Map<String, Object> is(String key, String value) {
    return both(Map.of("properties", Map.of(key, Map.of("const", value))), has(key));
  }

  /** Where the first key is, the second one is too. */
  static Map<String, Object> beside(String key, String needed) {
    return Map.of("dependentRequired", Map.of(key, List.of(needed)));
  }

  /** One key, whichever. */
  static Map<String, Object> oneKey() {
    var one = new LinkedHashMap<String, Object>();
    one.put("minProperties", 1);
    one.put("maxProperties", 1);
    return one;
  }

  static Map<String, Object> when(Map<String, Object> condition, Map<String, Object> then) {
    var rule = new LinkedHashMap<String, Object>();
    rule.put("if", condition);
    rule.put("then", then);
    return rule;
  }

  static Map<String, Object> when(
      Map<String, Object> condition, Map<String, Object> then, Map<String, Object> otherwise) {
    Map<String, Object> rule = when(condition, then);
    rule.put("else", otherwise);
    return rule;
  }

  static Map<String, Object> both(Map<String, Object> one, Map<String, Object> other) {
    var parts = new ArrayList<Map<String, Object>>();
    parts.add(one);
    parts.add(other);
    return Map.of("allOf", parts);
  }
}
