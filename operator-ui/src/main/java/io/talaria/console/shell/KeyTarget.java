package io.talaria.console.shell;

/** A page that answers to single keys; they come only from outside of fields. */
public interface KeyTarget {
  /**
   * @param key such as {@code j}, {@code Enter} or {@code Escape}
   */
  void key(String key);
}
