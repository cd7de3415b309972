package io.talaria.journal.definition;

import java.util.Arrays;
import java.util.List;

/** The kinds of steps with their keys; the first one names the kind. */
enum StepKind {
  SAY("what is said", List.of("say"), List.of("wait_for", "review")),
  ASK(
      "a question",
      List.of("ask", "label", "text", "answer"),
      List.of(
          "choices",
          "button",
          "min",
          "max",
          "day",
          "enough",
          "push_back",
          "hint",
          "unsure",
          "knock_out",
          "wait_for",
          "review")),
  RATE("a rating", List.of("rate", "label", "text", "button"), List.of("wait_for", "review")),
  FORM(
      "a form",
      List.of("form", "label", "text", "url", "fields"),
      List.of("valid", "hint", "knock_out", "wait_for", "review")),
  PHOTO(
      "a request for photos",
      List.of("photo", "label", "text", "affirmations", "done"),
      List.of("min", "max", "hint", "wait_for", "review")),
  MATCH(
      "a search in the listings",
      List.of("match", "label", "text", "button", "none", "wish"),
      List.of("must", "most", "hint", "wait_for", "review")),
  HUMAN(
      "a hand-over to a person", List.of("human", "label", "text"), List.of("wait_for", "review")),
  WAIT(
      "a wait",
      List.of("wait", "label", "text"),
      List.of("for", "until", "at", "wait_for", "review")),
  INTERVIEW(
      "an interview",
      List.of(
          "interview",
          "label",
          "text",
          "button",
          "slots",
          "confirmed",
          "reminder",
          "another",
          "happened",
          "yes",
          "no",
          "template"),
      List.of("gone", "full", "free", "change", "hint", "wait_for", "review")),
  BRANCH("a branch", List.of("branch"), List.of());

  private final String what;
  private final List<String> required;
  private final List<String> optional;

  StepKind(String what, List<String> required, List<String> optional) {
    this.what = what;
    this.required = required;
    this.optional = optional;
  }

  /** The key that makes a step one of this kind. */
  String key() {
    return required.getFirst();
  }

  Keys keys(Place place) {
    return place.keys(what, required, optional);
  }

  /** Whether a group of keys is of this kind. */
  boolean isCalled(Grammar.Group group) {
    return group.what().equals(what);
  }

  static List<String> keys() {
    return Arrays.stream(values()).map(StepKind::key).toList();
  }
}
