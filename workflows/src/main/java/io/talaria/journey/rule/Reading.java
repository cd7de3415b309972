package io.talaria.journey.rule;

import io.talaria.definition.Plan;
import io.talaria.journey.MessageReceived;
import io.talaria.journey.MessageReceived.Kind;

/** How the words are read that always work. */
public enum Reading {
  /** Any of the words in a short text counts, also in the title of a tapped choice. */
  FORMER,
  /** What stands beside a word counts too, and a choice means what it leads to. */
  CLOSE;

  /** Whether a message means something else than it did before. */
  public static boolean differs(MessageReceived message, Plan plan) {
    return FORMER.stops(message, plan) != CLOSE.stops(message, plan)
        || FORMER.asksForPerson(message, plan) != CLOSE.asksForPerson(message, plan)
        || FORMER.objects(message, plan) != CLOSE.objects(message, plan);
  }

  boolean stops(MessageReceived message, Plan plan) {
    return switch (this) {
      case FORMER -> FormerWords.isStop(message.text(), plan);
      case CLOSE -> Words.isStop(message.text(), plan);
    };
  }

  boolean asksForPerson(MessageReceived message, Plan plan) {
    return switch (this) {
      case FORMER -> FormerWords.asksForPerson(message.text(), plan);
      case CLOSE -> message.kind() != Kind.CHOICE && Words.asksForPerson(message.text(), plan);
    };
  }

  boolean objects(MessageReceived message, Plan plan) {
    return switch (this) {
      case FORMER -> FormerWords.objects(message.text(), plan);
      case CLOSE -> Words.objects(message.text(), plan);
    };
  }
}
