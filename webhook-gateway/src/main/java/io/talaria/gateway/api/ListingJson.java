package io.talaria.gateway.api;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A listing's JSON as the texts that a row of a file would have, under the same names. */
final class ListingJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ListingJson() {}

  /**
   * @throws NotJson with what was expected
   */
  static Map<String, String> read(byte[] body) {
    JsonNode tree;
    try {
      tree = JSON.readTree(body);
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw new NotJson("The body isn't JSON, from line " + line + " on.");
    }
    if (tree == null || !tree.isObject()) {
      throw new NotJson("Expected an object: {\"title\": \"…\", \"city\": \"…\"}.");
    }
    var texts = new HashMap<String, String>();
    tree.properties().forEach(field -> texts.put(field.getKey(), text(field)));
    return texts;
  }

  private static String text(Map.Entry<String, JsonNode> field) {
    JsonNode value = field.getValue();
    if (value.isNull()) {
      return "";
    }
    if (value.isArray()) {
      return value.valueStream().map(part -> single(field, part)).collect(Collectors.joining("|"));
    }
    return single(field, value);
  }

  private static String single(Map.Entry<String, JsonNode> field, JsonNode value) {
    if (!value.isString() && !value.isNumber()) {
      throw new NotJson("Expected a text, or a list of texts, for '" + field.getKey() + "'.");
    }
    return value.asString();
  }

  /** The body isn't a listing's JSON. */
  static final class NotJson extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotJson(String remedy) {
      super(remedy, null, false, false);
    }
  }
}
