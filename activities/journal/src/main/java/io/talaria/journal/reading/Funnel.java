package io.talaria.journal.reading;

import java.util.List;

/**
 * Where the people of one definition stand.
 *
 * @param definition empty when no journey was ever started
 * @param plan its newest one that somebody is on
 * @param definitions all that have journeys, by name
 * @param active open journeys
 * @param finished journeys that ended, however
 * @param stages one per stage that somebody entered, in no order
 */
public record Funnel(
    String definition,
    int plan,
    List<String> definitions,
    long active,
    long atRisk,
    long completed,
    long finished,
    List<Stage> stages) {

  /**
   * A stage's people.
   *
   * @param entered everybody; {@code movedOn + here + lost}
   * @param firstEntered epoch milliseconds of the first entry, to order stages of unknown plans
   */
  public record Stage(
      String stage, long entered, long movedOn, long here, long lost, long firstEntered) {}
}
