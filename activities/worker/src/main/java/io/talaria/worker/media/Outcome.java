package io.talaria.worker.media;

/** What one attempt to fetch a file came to. The reasons are stable codes. */
sealed interface Outcome {
  /** The bytes are in the store. */
  record Stored(long size, String type) implements Outcome {}

  /** Not now; the same attempt may succeed later. */
  record Later(String reason) implements Outcome {}

  /** What WhatsApp has isn't what we keep. */
  record Refused(String reason) implements Outcome {}

  /** WhatsApp has it no more. */
  record Gone(String reason) implements Outcome {}
}
