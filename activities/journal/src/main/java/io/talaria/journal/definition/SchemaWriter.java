package io.talaria.journal.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes what readers asked for as a JSON Schema, draft 2020-12: see
 * https://json-schema.org/draft/2020-12/json-schema-core.
 */
final class SchemaWriter {
  private static final String DEFS = "#/$defs/";

  private final Grammar grammar;
  private final Descriptions descriptions;
  private final TreeSet<Integer> limits = new TreeSet<>();

  private SchemaWriter(Grammar grammar, Descriptions descriptions) {
    this.grammar = grammar;
    this.descriptions = descriptions;
  }

  /**
   * The schema, with a line break at its end.
   *
   * @throws IllegalStateException when a key was read nowhere, or has no description
   */
  static String write(Grammar grammar, Descriptions descriptions, String title) {
    Map<String, Object> schema = new SchemaWriter(grammar, descriptions).schema(title);
    descriptions.check();
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(schema) + "\n";
  }

  /** Refers to a text in every language, at most so long. */
  static Map<String, Object> translated(int limit) {
    return reference("text_" + limit);
  }

  private static Map<String, Object> reference(String name) {
    return new LinkedHashMap<>(Map.of("$ref", DEFS + name));
  }

  private Map<String, Object> schema(String title) {
    var schema = new LinkedHashMap<String, Object>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("title", title);
    schema.put("$comment", "Made from the readers by temporal-dev/schema; don't edit it.");
    schema.putAll(value(grammar.root(), "the file"));
    var definitions = new LinkedHashMap<String, Object>();
    grammar.groups().values().forEach(group -> definitions.put(name(group), group(group)));
    limits.add(Limits.BUTTONS_BODY);
    limits.add(Limits.BUTTON_TITLE);
    limits.forEach(limit -> definitions.put("text_" + limit, everyLanguage(limit)));
    schema.put("$defs", definitions);
    return schema;
  }

  private static String name(Grammar.Group group) {
    return group.what().replaceFirst("^(an?|the) ", "").replaceAll("[^A-Za-z0-9]+", "_");
  }

  private Map<String, Object> group(Grammar.Group group) {
    var schema = new LinkedHashMap<String, Object>();
    schema.put("type", "object");
    schema.put("additionalProperties", false);
    if (!group.required().isEmpty()) {
      schema.put("required", group.required());
    }
    var properties = new LinkedHashMap<String, Object>();
    for (String key : group.keys()) {
      Shape shape = group.value(key);
      if (shape.isUnknown()) {
        throw new IllegalStateException(
            "No sample in /schema has the key `%s` of %s: add one".formatted(key, group.what()));
      }
      var property = new LinkedHashMap<String, Object>();
      property.put("description", descriptions.of(group.what(), key));
      property.putAll(value(shape, "`%s` of %s".formatted(key, group.what())));
      properties.put(key, property);
    }
    schema.put("properties", properties);
    if (!group.rules().isEmpty()) {
      schema.put("allOf", List.copyOf(group.rules()));
    }
    return schema;
  }

  private Map<String, Object> value(Shape shape, String where) {
    Shape alike = shape.alike();
    if (alike != null) {
      return value(alike, where);
    }
    if (shape.lacksForms()) {
      throw new IllegalStateException(
          "The sample in /schema doesn't show each form of %s: a single value, keys, a list"
              .formatted(where));
    }
    var forms = new ArrayList<Map<String, Object>>();
    shape.scalars().forEach(scalar -> forms.add(scalar.keywords()));
    Shape.Entries list = shape.list();
    if (list != null) {
      forms.add(list(list, where));
    }
    shape.groups().values().forEach(group -> forms.add(reference(name(group))));
    if (shape.longestTranslated() > 0) {
      limits.add(shape.longestTranslated());
      forms.add(translated(shape.longestTranslated()));
    }
    Shape values = shape.map();
    if (values != null) {
      var map = new LinkedHashMap<String, Object>();
      map.put("type", "object");
      map.put("additionalProperties", value(values, where));
      forms.add(map);
    }
    return forms.size() == 1 ? forms.getFirst() : new LinkedHashMap<>(Map.of("anyOf", forms));
  }

  private Map<String, Object> list(Shape.Entries list, String where) {
    var schema = new LinkedHashMap<String, Object>();
    schema.put("type", "array");
    schema.put("minItems", list.min());
    schema.put("maxItems", list.max());
    schema.put("items", value(list.each(), "an entry of " + where));
    return schema;
  }

  private static Map<String, Object> everyLanguage(int limit) {
    var schema = new LinkedHashMap<String, Object>();
    schema.put("type", "object");
    schema.put("minProperties", 1);
    schema.put("propertyNames", Map.of("pattern", "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$"));
    schema.put("additionalProperties", Scalar.text(limit).keywords());
    return schema;
  }
}
