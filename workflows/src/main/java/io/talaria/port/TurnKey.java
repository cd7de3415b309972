package io.talaria.port;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Keys of turns and intents, made from their cause: never from randomness, a run id or a counter of
 * attempts. So whoever comes again finds what was done.
 */
public final class TurnKey {
  private static final String MESSAGE = "msg:";
  private static final String NUDGE = "nudge:";
  private static final String REOPEN = "reopen:";
  private static final String FAILED = "failed:";
  private static final String LATER = "later:";
  private static final String REQUEST = "req:";

  private TurnKey() {}

  /** The turn that answers from this message on. */
  public static String ofMessage(UUID oldestUnanswered) {
    return MESSAGE + oldestUnanswered;
  }

  /** The message that named this turn; empty for a turn that nobody's message asked for. */
  public static Optional<UUID> message(String turnKey) {
    return turnKey.startsWith(MESSAGE)
        ? Optional.of(UUID.fromString(turnKey.substring(MESSAGE.length())))
        : Optional.empty();
  }

  /** Whether this turn, or this bubble of a turn, answers what the candidate wrote. */
  public static boolean answers(String key) {
    return key.startsWith(MESSAGE);
  }

  /** The nth nudge of a silence; the silence is named by the send that the candidate owes. */
  public static String ofNudge(String owedKey, int number) {
    return nudges(owedKey) + number;
  }

  /** How the keys of this silence's nudges begin. */
  private static String nudges(String owedKey) {
    return NUDGE + owedKey + ":";
  }

  /** Whether this turn reminds, of whatever silence. */
  public static boolean reminds(String turnKey) {
    return turnKey.startsWith(NUDGE);
  }

  /** Whether this turn reminds of the silence that this send is owed an answer in. */
  public static boolean remindsOf(String turnKey, String owedKey) {
    return turnKey.startsWith(nudges(owedKey));
  }

  /** The template that asks a candidate back whose window closed on this message. */
  public static String ofReopening(UUID journeyId, long newestSeq) {
    return REOPEN + journeyId + ":" + newestSeq;
  }

  /** The template that follows a message which WhatsApp had accepted and then refused. */
  public static String ofFailed(String intentKey) {
    return FAILED + intentKey;
  }

  /**
   * The template of a turn that WhatsApp refused for a while, tried again at a time. However often
   * that is, the key names the first turn and the last time.
   */
  public static String ofLater(String turnKey, Instant at) {
    String first =
        isLater(turnKey) ? turnKey.substring(turnKey.indexOf(':', LATER.length()) + 1) : turnKey;
    return LATER + at.toEpochMilli() + ":" + first;
  }

  /** Whether a template is tried again by this turn. */
  public static boolean isLater(String turnKey) {
    return turnKey.startsWith(LATER);
  }

  /** Whether this turn is the template that asks a candidate back. */
  public static boolean asksBack(String turnKey) {
    return turnKey.startsWith(REOPEN) || turnKey.startsWith(FAILED) || isLater(turnKey);
  }

  /** The question asked again after this hand-back, or anew after this move to another plan. */
  public static String ofResume(UUID request) {
    return "resume:" + request;
  }

  /** The bot's turn at an appointment; at another time it is another turn. */
  public static String ofAppointment(UUID journeyId, Appointment appointment) {
    return ofAppointments(journeyId, appointment.id()) + appointment.at().toEpochMilli();
  }

  /** How the keys of this appointment's turns begin, whenever it is. */
  public static String ofAppointments(UUID journeyId, String id) {
    return "due:%s:%s:".formatted(journeyId, id);
  }

  /** A person's words. */
  public static String ofRequest(UUID request) {
    return REQUEST + request;
  }

  /** Whether these are a person's words. */
  public static boolean isPersons(String turnKey) {
    return turnKey.startsWith(REQUEST);
  }

  /** The turn of a bubble. */
  public static String turn(String bubbleKey) {
    int bubble = bubbleKey.lastIndexOf('/');
    return bubble < 0 ? bubbleKey : bubbleKey.substring(0, bubble);
  }

  /** The bubble of a turn, from 0. */
  public static String bubble(String turnKey, int position) {
    return turnKey + "/" + position;
  }
}
