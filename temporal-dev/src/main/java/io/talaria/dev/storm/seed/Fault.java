package io.talaria.dev.storm.seed;

/**
 * One thing that breaks.
 *
 * @param atMillis after the storm's begin
 * @param millis how long it lasts; a killed part stays down so long before it is started again
 */
public record Fault(int atMillis, Kind kind, Target target, int millis) {
  /** How it breaks. */
  public enum Kind {
    /** As by kill -9. */
    KILL,
    /** Asked to end, and started again. */
    STOP,
    /** Frozen, then woken. */
    PAUSE,
    /** Open connections to it are reset. */
    CUT,
    /** What is sent over open connections to it arrives nowhere; new ones aren't answered. */
    BLACKHOLE,
    /** The second worker, which was there from the begin, is killed or stopped for good. */
    LEAVE,
    /**
     * The worker is frozen before it goes on with a reply, or between a send's row and its call,
     * and a recruiter takes over; then it wakes, or dies. While a second worker is there, the
     * frozen one is cut off from Temporal, and the takeover is waited for.
     */
    TAKE_IN_THE_GAP,
    /** Runs that were told of messages and haven't recorded them are terminated. */
    FORGET,
    /** Runs are terminated whose candidates are silent and which would have acted soon. */
    LOSE
  }

  /** What breaks. */
  public enum Target {
    GATEWAY,
    WORKER,
    SECOND_WORKER,
    TEMPORAL,
    POSTGRES
  }

  /** As reports count it. */
  public String name() {
    return kind + " " + target;
  }
}
