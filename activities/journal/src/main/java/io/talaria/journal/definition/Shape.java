package io.talaria.journal.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What readers ask of one place of a file, or of all places like it. It is gathered while a sample
 * is read, and the JSON Schema for editors is made of it; so whatever a reader takes, the schema
 * takes. When nobody gathers it does nothing.
 */
final class Shape {
  /** Nobody gathers. */
  static final Shape UNWATCHED = new Shape(null);

  private final @Nullable Grammar grammar;
  private final List<Scalar> scalars = new ArrayList<>();
  private final Map<String, Grammar.Group> groups = new LinkedHashMap<>();
  private @Nullable Entries entries;
  private @Nullable Shape values;
  private @Nullable Shape alike;
  private int translated;
  private boolean perhapsGroup;
  private boolean perhapsList;

  Shape(@Nullable Grammar grammar) {
    this.grammar = grammar;
  }

  /** A list. */
  record Entries(int min, int max, Shape each) {}

  /** A single value is read here. Of texts, the longest one that is taken anywhere counts. */
  void scalar(Scalar scalar) {
    if (grammar == null || scalars.stream().anyMatch(known -> known.covers(scalar))) {
      return;
    }
    scalars.removeIf(scalar::covers);
    scalars.add(scalar);
  }

  /** A text in every language is read here. */
  void translated(int limit) {
    translated = grammar == null ? 0 : Math.max(translated, limit);
  }

  /** A list is read here; what its entries are. */
  Shape entries(int min, int max) {
    if (grammar == null) {
      return this;
    }
    Entries before = entries;
    entries =
        before == null
            ? new Entries(min, max, new Shape(grammar))
            : new Entries(Math.min(before.min(), min), Math.max(before.max(), max), before.each());
    return entries.each();
  }

  /** It is read as other places are, which share this name. */
  Shape alike(String name) {
    if (grammar == null) {
      return this;
    }
    alike = grammar.alike(name);
    return alike;
  }

  /** The reader looks whether keys stand here, and takes something else as well. */
  void perhapsGroup() {
    perhapsGroup = grammar != null;
  }

  /** The reader looks whether a list stands here, and takes something else as well. */
  void perhapsList() {
    perhapsList = grammar != null;
  }

  /** Whether no sample has shown all the forms that a reader looks for. */
  boolean lacksForms() {
    boolean keys = !groups.isEmpty() || values != null;
    boolean list = entries != null;
    boolean single = !scalars.isEmpty();
    return (perhapsGroup && !(keys && (single || list))) || (perhapsList && !(list && single));
  }

  /** Any keys are read here; what their values are. */
  Shape values() {
    if (grammar == null) {
      return this;
    }
    if (values == null) {
      values = new Shape(grammar);
    }
    return values;
  }

  /** A group of keys is read here. */
  Grammar.Group group(String what, List<String> required, List<String> optional) {
    if (grammar == null) {
      return Grammar.Group.UNWATCHED;
    }
    Grammar.Group group = grammar.group(what, required, optional);
    groups.put(what, group);
    return group;
  }

  /** Whether no reader has asked anything here. */
  boolean isUnknown() {
    return scalars.isEmpty()
        && groups.isEmpty()
        && entries == null
        && values == null
        && alike == null
        && translated == 0;
  }

  List<Scalar> scalars() {
    return scalars;
  }

  Map<String, Grammar.Group> groups() {
    return groups;
  }

  @Nullable Shape alike() {
    return alike;
  }

  @Nullable Entries list() {
    return entries;
  }

  @Nullable Shape map() {
    return values;
  }

  /** The longest text in every language; 0 when none is read here. */
  int longestTranslated() {
    return translated;
  }
}
