package io.talaria.journal.send;

/** What a refusal means for us. */
public enum Treatment {
  /** The number or the app sends too fast. */
  THROTTLE(true),
  /** This recipient gets too much too fast: wait 4^X seconds. */
  PAIR_RATE(true),
  /** WhatsApp can't just now. */
  TRANSIENT(true),
  /** WhatsApp could not fetch the media. */
  MEDIA(false),
  /** The service window is closed: only a template reaches the candidate. */
  WINDOW(false),
  /** WhatsApp's rules for who may get what: wait a day, ask for consent, stop the campaign. */
  POLICY(false),
  /** This address can't get it. */
  RECIPIENT(false),
  /** The template is wrong, paused or disabled. */
  TEMPLATE(false),
  /** Our request is wrong: a fault of ours. */
  REQUEST(false),
  /** The account or its token can't send: the number is held until a person has seen to it. */
  ACCOUNT(true);

  private final boolean later;

  Treatment(boolean later) {
    this.later = later;
  }

  /** Whether the same request may succeed later. */
  public boolean later() {
    return later;
  }
}
