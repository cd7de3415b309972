package io.talaria.dev.whatsapp;

import org.jspecify.annotations.Nullable;

/**
 * What goes wrong on request. All off is the default of every component.
 *
 * @param duplicate every webhook comes twice, the second up to 5 s later
 * @param reorder statuses overtake each other
 * @param dropAnswers so many of the next accepted sends are never answered
 * @param throttle one message per 6 s to a person (131056), 80 per second in all (130429)
 * @param refuse error code for every send; 0 is off
 * @param slowMillis an accepted send is answered so much later
 * @param lateSeconds statuses wait so long
 * @param badSignature webhooks are signed with another secret
 * @param away every call is answered 503
 * @param media what goes wrong with candidates' files; null is nothing
 */
record Misbehaviour(
    boolean duplicate,
    boolean reorder,
    int dropAnswers,
    boolean throttle,
    int refuse,
    long slowMillis,
    long lateSeconds,
    boolean badSignature,
    boolean away,
    @Nullable MediaTrouble media) {

  static final Misbehaviour NONE =
      new Misbehaviour(false, false, 0, false, 0, 0, 0, false, false, null);

  Misbehaviour {
    if (dropAnswers < 0 || refuse < 0 || slowMillis < 0 || lateSeconds < 0) {
      throw new IllegalArgumentException("Counts, codes and times can't be negative");
    }
  }

  Misbehaviour oneDropLess() {
    return new Misbehaviour(
        duplicate,
        reorder,
        dropAnswers - 1,
        throttle,
        refuse,
        slowMillis,
        lateSeconds,
        badSignature,
        away,
        media);
  }
}
