package io.talaria.journal.definition;

/**
 * A mistake in a definition, with what would have been right.
 *
 * @param line from 1
 * @param column from 1
 * @param expected what belongs there
 * @param example such as this
 * @param found what stands there
 */
public record Mistake(
    String file, int line, int column, String expected, String example, String found) {
  @Override
  public String toString() {
    return "%s:%d:%d: expected %s, such as %s, found %s"
        .formatted(file, line, column, expected, example, found);
  }
}
