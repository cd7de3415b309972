package io.talaria.journey;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.talaria.definition.Calendar;
import io.talaria.port.Desk;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a journey knows of clocks: calendars that were resolved when it was opened, and what the
 * team was told when.
 *
 * @param quiet open when unasked messages may reach the candidate; null for always
 * @param office open while the team works; null for always
 * @param escalation the alert that waits for somebody's acknowledgement; null for none
 * @param windowTold begin of the service window whose end the team was told of; null for none
 * @param acknowledged who saw to all that the team was told so far; null for nobody. Left out of
 *     JSON then, so that states of before keep their hash
 * @param again what WhatsApp refused for a while and is tried again; null for nothing. Left out of
 *     JSON then, too
 */
public record Timing(
    @Nullable Calendar quiet,
    @Nullable Calendar office,
    @Nullable Escalation escalation,
    @Nullable Instant windowTold,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Acknowledgement acknowledged,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Again again) {

  /** Always open, nothing told. */
  public static final Timing NONE = new Timing(null, null, null, null);

  /** Nothing is acknowledged. */
  public Timing(
      @Nullable Calendar quiet,
      @Nullable Calendar office,
      @Nullable Escalation escalation,
      @Nullable Instant windowTold) {
    this(quiet, office, escalation, windowTold, null, null);
  }

  /** The same with another alert that waits, or none. */
  public Timing with(@Nullable Escalation next) {
    return new Timing(quiet, office, next, windowTold, acknowledged, again);
  }

  /** The same, the team told of the end of the window that began then. */
  public Timing told(@Nullable Instant windowFrom) {
    return new Timing(quiet, office, escalation, windowFrom, acknowledged, again);
  }

  /** The same, seen to by this person, or by nobody. */
  public Timing acknowledgedBy(@Nullable Acknowledgement by) {
    return new Timing(quiet, office, escalation, windowTold, by, again);
  }

  /** The same with something else to try again, or nothing. */
  public Timing again(@Nullable Again next) {
    return new Timing(quiet, office, escalation, windowTold, acknowledged, next);
  }

  /** The same in places with other hours. */
  public Timing in(@Nullable Calendar newQuiet, @Nullable Calendar newOffice) {
    return new Timing(newQuiet, newOffice, escalation, windowTold, acknowledged, again);
  }

  /**
   * An alert that nobody has acknowledged.
   *
   * @param kind of the alert
   * @param episode its row
   * @param toldAt when the team was told
   * @param level how often it was escalated: 1 to the lead, 2 by e-mail
   */
  public record Escalation(Desk.Kind kind, String episode, Instant toldAt, int level) {}

  /**
   * A template that WhatsApp refused for a while.
   *
   * @param at when it is tried again
   * @param key of the turn that was refused
   */
  public record Again(Instant at, String key) {}
}
