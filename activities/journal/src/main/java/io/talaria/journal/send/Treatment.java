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
  /** WhatsApp's rules for who may get what: ask for consent. */
  POLICY(false),
  /** People blocked or reported the number: what it sends unasked waits, campaigns stop. */
  SPAM_LIMIT(false),
  /** As many people as WhatsApp allows in 24 hours were written to: not tried. */
  MESSAGING_LIMIT(false),
  /** This person gets no more marketing messages for now: not before a day has gone by. */
  MARKETING_LIMIT(false),
  /** This person wants no marketing messages of this business. */
  MARKETING_STOP(false),
  /** This address can't get it. */
  RECIPIENT(false),
  /** The template is wrong or disabled. */
  TEMPLATE(false),
  /** The template is paused: for hours, or until WhatsApp says otherwise. */
  TEMPLATE_PAUSED(false),
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
