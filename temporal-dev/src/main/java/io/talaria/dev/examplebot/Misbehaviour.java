package io.talaria.dev.examplebot;

/** What the example bot does wrong when it is asked to. */
enum Misbehaviour {
  NONE,
  /** Answers after a minute. */
  SLOW,
  /** Answers 503. */
  DOWN,
  /** Answers with a page of HTML. */
  HTML,
  /** Answers with 5 MB. */
  LARGE,
  /** Answers with half a JSON. */
  RUBBISH,
  /** Moves to a stage that no definition has. */
  UNKNOWN_STAGE,
  /** Says more than WhatsApp takes. */
  LONG_TEXT
}
