package io.talaria.journal.reading;

/** The queue's tabs, each a condition over open journeys {@code j} with {@code :me} reading. */
public enum QueueTab {
  /** Held by the reader. */
  MINE("j.status = 'OPEN' and j.mode = 'HUMAN' and j.owner_id = :me"),
  /** A person should act and nobody has it. Five minutes are the bot's own time to answer. */
  UNASSIGNED(
      "j.status = 'OPEN' and j.owner_id is null and (j.needs_human is not null"
          + " or j.uncertain_sends > 0 or j.waiting_since < now() - interval '5 minutes')"),
  /** Silent for so long that the candidate may be lost. */
  AT_RISK("j.status = 'OPEN' and j.at_risk_since is not null"),
  /** The candidate asked for a person, or the bot gave up. */
  NEEDS_HUMAN("j.status = 'OPEN' and j.needs_human is not null"),
  /** The bot proposes a reply that a recruiter is to see before it leaves. */
  REVIEW("j.status = 'OPEN' and j.review_since is not null"),
  /** Nobody knows whether something arrived. */
  UNCERTAIN("j.status = 'OPEN' and j.uncertain_sends > 0"),
  /** Every open journey. */
  ALL("j.status = 'OPEN'");

  private final String condition;

  QueueTab(String condition) {
    this.condition = condition;
  }

  /** SQL; never from a caller's text. */
  String condition() {
    return condition;
  }
}
