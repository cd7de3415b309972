package io.talaria.worker.whatsapp;

/** What a call to the Graph API came to, before anybody says what it means. */
sealed interface GraphAnswer {
  /** It answered. */
  record Http(int status, String body) implements GraphAnswer {}

  /** Nothing of the request's body left this process. */
  record NotLeft(String why) implements GraphAnswer {}

  /** The request left, or may have, and no answer came in time. */
  record Silent(String why) implements GraphAnswer {}
}
