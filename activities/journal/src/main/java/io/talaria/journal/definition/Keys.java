package io.talaria.journal.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A group of keys in the file: unknown, doubled and missing ones are mistakes. */
final class Keys {
  private final Page page;
  private final Place here;
  private final Grammar.Group group;
  private final Map<String, Place> places = new LinkedHashMap<>();

  private Keys(Page page, Place here, Grammar.Group group) {
    this.page = page;
    this.here = here;
    this.group = group;
  }

  /**
   * @param group of which it is told what is read
   */
  static Keys of(
      Page page,
      Place here,
      Node node,
      String what,
      List<String> required,
      List<String> optional,
      Grammar.Group group) {
    var keys = new Keys(page, here, group);
    var valid = new ArrayList<>(required);
    valid.addAll(optional);
    if (node instanceof MappingNode mapping) {
      mapping.getValue().forEach(tuple -> keys.add(tuple, what, valid));
      required.stream()
          .filter(key -> !keys.places.containsKey(key))
          .forEach(
              key -> here.mistake("the key `%s` of %s".formatted(key, what), key + ": …", "none"));
    } else {
      here.mistake(what, valid.isEmpty() ? "key: …" : valid.getFirst() + ": …", here.found());
    }
    return keys;
  }

  private void add(NodeTuple tuple, String what, List<String> valid) {
    Node key = tuple.getKeyNode();
    String name = key instanceof ScalarNode scalar ? scalar.getValue() : "";
    if (!valid.isEmpty() && !valid.contains(name)) {
      page.mistake(
          key.getStartMark(),
          "a key of %s (%s)".formatted(what, String.join(", ", valid)),
          Nearest.of(name, valid),
          "`%s`".formatted(name));
    } else if (places.putIfAbsent(name, new Place(page, tuple.getValueNode(), group.value(name)))
        != null) {
      page.mistake(key.getStartMark(), "each key once", name + ": …", "`%s` again".formatted(name));
    }
  }

  /** The value of a key. A missing one was noted already; nothing reads further mistakes there. */
  Place at(String key) {
    Place place = places.get(key);
    return place == null ? silent() : place;
  }

  Optional<Place> maybe(String key) {
    return Optional.ofNullable(places.get(key));
  }

  boolean has(String key) {
    return places.containsKey(key);
  }

  /** What is checked between keys, for the schema; the reader that says so checks it itself. */
  void rule(Map<String, Object> rule) {
    group.rule(rule);
  }

  /** All values in the order of the file. */
  Map<String, Place> all() {
    return places;
  }

  /** Where this group begins. */
  Place here() {
    return here;
  }

  private Place silent() {
    return new Place(
        new Page(""),
        new ScalarNode(Tag.NULL, "", here.mark(), here.mark(), DumperOptions.ScalarStyle.PLAIN),
        Shape.UNWATCHED);
  }
}
