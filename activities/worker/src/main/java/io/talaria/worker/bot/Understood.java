package io.talaria.worker.bot;

/**
 * An answer as it is kept, read from what somebody sent.
 *
 * @param value a choice's id, a number, a day, the text ...
 * @param sure whether it can't be read otherwise: it was tapped, or nothing else was written
 */
record Understood(String value, boolean sure) {
  static Understood surely(String value) {
    return new Understood(value, true);
  }
}
