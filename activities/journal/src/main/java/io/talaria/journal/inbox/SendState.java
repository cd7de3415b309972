package io.talaria.journal.inbox;

/** Column {@code send_intent.state}. */
enum SendState {
  QUEUED,
  SENDING,
  UNCERTAIN,
  SENT,
  REJECTED,
  FAILED
}
