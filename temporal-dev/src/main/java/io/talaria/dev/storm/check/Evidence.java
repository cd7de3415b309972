package io.talaria.dev.storm.check;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was seen of a run: by the storm itself first (what it said, was acknowledged, accepted and
 * answered), then by reading the journal and the engine when all was quiet.
 *
 * @param at when the journal was read, by its own clock
 * @param accepted in the order of acceptance
 * @param runs null while the engine was not asked
 * @param backwards statuses that were seen to go back while the storm lasted
 */
public record Evidence(
    Instant at,
    Script script,
    List<Said> said,
    List<Accepted> accepted,
    List<Call> calls,
    List<Hold> holds,
    List<Asked> asked,
    List<Explained> explained,
    List<Told> told,
    List<Reported> reported,
    List<String> backwards,
    JournalView journal,
    @Nullable List<RunView> runs) {

  /**
   * What the checks must know of the storm's definition.
   *
   * @param hour how long one of the definition lasts
   * @param asks what a question has in its words, and nothing else
   * @param afterArrival how bubbles begin that wait until the one before has arrived
   */
  public record Script(Duration hour, String asks, List<String> afterArrival) {}

  /**
   * A message that a candidate wrote.
   *
   * @param stops whether it asks not to be written to
   * @param ackedAt when a delivery that had it was first answered 200
   */
  public record Said(
      String wamid, String number, String text, boolean stops, @Nullable Instant ackedAt) {}

  /**
   * A send that the network took.
   *
   * @param key what came with it as {@code biz_opaque_callback_data}
   * @param receivedAt when its request had arrived whole
   */
  public record Accepted(
      String wamid, String number, @Nullable String key, String text, Instant receivedAt) {

    /** Whether a person wrote it; everything else is the bot's. */
    public boolean byPerson() {
      return key != null && key.startsWith("req:");
    }
  }

  /**
   * A request for a send, whatever became of it.
   *
   * @param receivedAt when it had arrived whole
   * @param confirmedAt when the answer that it is accepted was about to leave; null for none
   */
  public record Call(
      String number,
      String key,
      String text,
      Instant receivedAt,
      boolean accepted,
      @Nullable Instant confirmedAt) {}

  /** How a recruiter came to hold a journey. */
  public enum How {
    /** From the bot, or once more. */
    TAKEN,
    /** A lead took it from whoever held it. */
    FROM_HOLDER,
    /** A colleague gave it. */
    HANDED_OVER
  }

  /**
   * A takeover or hand-over whose receipt a recruiter has.
   *
   * @param askedAt when it was first asked for
   * @param named keys that the receipt names as in flight or uncertain
   * @param passedAt when its holder first asked to hand it over
   * @param releasedAt when the hand-back was first asked for
   */
  public record Hold(
      String number,
      String operator,
      String request,
      How how,
      Instant askedAt,
      Instant ackedAt,
      List<String> named,
      @Nullable Instant passedAt,
      @Nullable Instant releasedAt) {}

  /** What a recruiter's request asks for. */
  public enum What {
    /** The holder's words. */
    REPLY,
    /** Words beside the bot. */
    PROACTIVE,
    /** Words for a time. */
    SCHEDULED,
    /** An uncertain send's words once more. */
    AGAIN,
    /** Everything by which nothing is said. */
    OTHER
  }

  /**
   * What a recruiter asked for with one request id, as often as there are answers.
   *
   * @param text of the words; null where nothing is said, or what was said before
   * @param dueAt when scheduled words are to leave
   * @param answeredAt when the first answer came that was neither a refusal nor none
   * @param answers {@code AWAY} for none in time, {@code refused …} for a refusal
   * @param withdrawn whether it was asked that scheduled words don't leave
   */
  public record Asked(
      String number,
      String operator,
      String request,
      What what,
      @Nullable String text,
      @Nullable Instant dueAt,
      Instant askedAt,
      @Nullable Instant answeredAt,
      List<String> answers,
      boolean withdrawn) {

    /** The send's key, if something is said. */
    String key() {
      return "req:" + request + "/0";
    }
  }

  /**
   * Why a takeover was made, told afterwards.
   *
   * @param confirmed whether the journal said that it keeps it
   */
  public record Explained(String number, String takeover, String reason, boolean confirmed) {}

  /** A status whose delivery was answered 200. */
  public record Told(String key, String wamid, String status) {}

  /** A status on its way to the gateway, since then; whether it came there nobody may know. */
  public record Reported(String key, String status, Instant at) {}

  /** Where a journey stands, as its row in the journal or its run tells it. */
  public record Standing(
      UUID journey,
      long generation,
      long revision,
      String mode,
      @Nullable String holder,
      String stage,
      @Nullable String step) {}

  /**
   * The engine's view of a candidate's workflow.
   *
   * @param before the open journey's row, before the run was asked; null when none was open
   * @param run what the run answered; null when it didn't, or wasn't asked
   * @param after the row afterwards; null when none was open any more
   */
  public record RunView(
      String number,
      boolean running,
      int taskAttempt,
      @Nullable Standing before,
      @Nullable Standing run,
      @Nullable Standing after) {}
}
