package io.talaria.dev.whatsapp;

import org.springframework.stereotype.Component;

/** The misbehaviour in force. */
@Component
class Switches {
  private final Audience audience;
  private Misbehaviour now = Misbehaviour.NONE;

  Switches(Audience audience) {
    this.audience = audience;
  }

  synchronized Misbehaviour now() {
    return now;
  }

  synchronized void set(Misbehaviour misbehaviour) {
    now = misbehaviour;
    audience.tell("misbehaviour", misbehaviour);
  }

  /** True for as many accepted sends as were asked for. */
  synchronized boolean dropThisAnswer() {
    if (now.dropAnswers() == 0) {
      return false;
    }
    set(now.oneDropLess());
    return true;
  }
}
