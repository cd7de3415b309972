package io.talaria.dev.storm.network;

import io.talaria.dev.storm.seed.Dice;

/**
 * How the network treats one call.
 *
 * @param accepts whether the send is taken
 * @param answer how the caller hears of it
 * @param millis before the answer
 */
record Mood(boolean accepts, Answer answer, int code, int millis) {
  /** What the caller gets. */
  enum Answer {
    /** 200 with an id, or the error of {@code code}. */
    PLAIN,
    /** 500 without a word of what happened. */
    BROKEN,
    /** The connection ends. */
    CUT
  }

  private static final int THROTTLED = 130_429;
  private static final int PAIR_RATE = 131_056;
  private static final int UNDELIVERABLE = 131_026;

  /** Nothing was taken, though the answer is a 503. */
  private static final int OVERLOADED = 131_016;

  /** Refused for the account's sake, which holds the number. */
  private static final int EXPIRED = 190;

  /** Longer than any caller waits. */
  private static final int HANGS = 13_000;

  /** What a send meets; most meet nothing special. */
  static Mood of(Dice dice) {
    double chance = dice.fraction();
    if (chance < 0.62) {
      return new Mood(true, Answer.PLAIN, 0, dice.between(0, 60));
    }
    if (chance < 0.82) {
      return new Mood(true, Answer.PLAIN, 0, dice.between(60, 400));
    }
    if (chance < 0.88) {
      return new Mood(true, Answer.PLAIN, 0, dice.between(800, 3500));
    }
    if (chance < 0.9) {
      return new Mood(true, Answer.PLAIN, 0, HANGS);
    }
    if (chance < 0.92) {
      return new Mood(true, Answer.CUT, 0, dice.between(0, 300));
    }
    if (chance < 0.93) {
      return new Mood(true, Answer.BROKEN, 0, dice.between(0, 300));
    }
    if (chance < 0.94) {
      return new Mood(false, Answer.BROKEN, 0, dice.between(0, 300));
    }
    if (chance < 0.95) {
      return new Mood(false, Answer.CUT, 0, dice.between(0, 100));
    }
    if (chance < 0.97) {
      return new Mood(false, Answer.PLAIN, THROTTLED, dice.between(0, 50));
    }
    if (chance < 0.99) {
      return new Mood(false, Answer.PLAIN, PAIR_RATE, dice.between(0, 50));
    }
    if (chance < 0.995) {
      return new Mood(false, Answer.PLAIN, OVERLOADED, dice.between(0, 300));
    }
    return chance < 0.9985
        ? new Mood(false, Answer.PLAIN, UNDELIVERABLE, 0)
        : new Mood(false, Answer.PLAIN, EXPIRED, 0);
  }

  /** Of a {@link Answer#PLAIN} one. */
  int httpStatus() {
    return switch (code) {
      case 0 -> 200;
      case EXPIRED -> 401;
      case OVERLOADED -> 503;
      default -> 400;
    };
  }

  static Mood slow(int millis) {
    return new Mood(true, Answer.PLAIN, 0, millis);
  }
}
