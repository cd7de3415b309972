package io.talaria.worker.slack;

import java.time.Duration;

/** What posting came to. */
sealed interface SlackAnswer {
  record Posted(String channel, String ts) implements SlackAnswer {}

  /** Definitely not posted; may be tried again after that time. */
  record NotNow(Duration after) implements SlackAnswer {}

  /** Refused for good. */
  record Refused(String error) implements SlackAnswer {}

  /** Nobody knows. */
  record Unknown(String why) implements SlackAnswer {}
}
