package io.talaria.journal.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The groups of keys that readers know, by what they are called, in the order of their reading. */
final class Grammar {
  private final Map<String, Group> groups = new LinkedHashMap<>();
  private final Map<String, Shape> alike = new LinkedHashMap<>();
  private final Shape root = new Shape(this);

  /** What stands in the whole file. */
  Shape root() {
    return root;
  }

  /** What is read in the same way at several places. */
  Shape alike(String name) {
    return alike.computeIfAbsent(name, ignored -> new Shape(this));
  }

  Map<String, Group> groups() {
    return groups;
  }

  /**
   * The group of this name.
   *
   * @throws IllegalStateException when a reader gave the same name to other keys
   */
  Group group(String what, List<String> required, List<String> optional) {
    Group group =
        groups.computeIfAbsent(what, name -> new Group(this, null, name, required, optional));
    if (!group.required.equals(required) || !group.optional.equals(optional)) {
      throw new IllegalStateException("Two groups of keys are called \"%s\"".formatted(what));
    }
    return group;
  }

  /** A group of keys. */
  static final class Group {
    /** Nobody gathers. */
    static final Group UNWATCHED = of(Shape.UNWATCHED);

    private final @Nullable Grammar grammar;
    private final @Nullable Shape same;
    private final String what;
    private final List<String> required;
    private final List<String> optional;
    private final Map<String, Shape> values = new LinkedHashMap<>();
    private final Set<Map<String, Object>> rules = new LinkedHashSet<>();

    private Group(
        @Nullable Grammar grammar,
        @Nullable Shape same,
        String what,
        List<String> required,
        List<String> optional) {
      this.grammar = grammar;
      this.same = same;
      this.what = what;
      this.required = List.copyOf(required);
      this.optional = List.copyOf(optional);
    }

    /** Keys that the file itself gives; all their values are read in the same way. */
    static Group of(Shape values) {
      return new Group(null, values, "", List.of(), List.of());
    }

    /** What stands under this key. */
    Shape value(String key) {
      return grammar == null
          ? Objects.requireNonNullElse(same, Shape.UNWATCHED)
          : values.computeIfAbsent(key, ignored -> new Shape(grammar));
    }

    /** What holds between its keys, as a part of a JSON Schema. */
    void rule(Map<String, Object> rule) {
      if (grammar != null) {
        rules.add(rule);
      }
    }

    String what() {
      return what;
    }

    List<String> required() {
      return required;
    }

    /** All its keys, those first that must be there. */
    List<String> keys() {
      var keys = new ArrayList<>(required);
      keys.addAll(optional);
      return keys;
    }

    Set<Map<String, Object>> rules() {
      return rules;
    }
  }
}
