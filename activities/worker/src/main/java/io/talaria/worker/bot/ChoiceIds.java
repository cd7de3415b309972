package io.talaria.worker.bot;

/** Ids of tapped choices. They name their question, since old buttons stay tappable for ever. */
final class ChoiceIds {
  private ChoiceIds() {}

  static String of(String question, String option) {
    return question + ":" + option;
  }
}
