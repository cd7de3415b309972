package io.talaria.journey.rule;

/** What a journey has on its number's governed queue. */
public enum OnQueue {
  NOTHING,
  /** It leaves at any hour. */
  SOMETHING,
  /** Nobody asked for it: it is called back when quiet hours begin. */
  UNASKED,
  /** It was: it may have left just before, else its next attempt tells that it won't. */
  CALLED_BACK
}
