package io.talaria.worker.interleaving.temporal;

/** Where in a call of the journey's somebody else may act. */
enum Moment {
  /** Before the bot answers. */
  BOT,
  /** Before a send's row is written. */
  ROW,
  /** Between the row and the call. */
  CALL,
  /** Between the call and its outcome. */
  OUTCOME,
  /** Before a state is recorded. */
  WRITE,
  /** Before a takeover looks at what is under way. */
  STOP,
  /** Before the brake is released. */
  RELEASE
}
