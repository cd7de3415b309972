package io.talaria.dev.storm.check;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was seen of a run: by the storm itself first (what it said, was acknowledged, accepted and
 * answered), then by reading the journal and the engine when all was quiet.
 *
 * @param at when the journal was read, by its own clock
 * @param hour how long an hour of the definition lasted
 * @param runs null while the engine was not asked
 * @param backwards statuses that were seen to go back while the storm lasted
 */
public record Evidence(
    Instant at,
    Duration hour,
    List<Said> said,
    List<Accepted> accepted,
    List<Hold> holds,
    List<Asked> asked,
    List<Told> told,
    List<String> backwards,
    JournalView journal,
    @Nullable List<RunView> runs) {

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
   * A takeover whose receipt a recruiter has.
   *
   * @param named keys that the receipt names as in flight or uncertain
   * @param releasedAt when the hand-back was first asked for
   */
  public record Hold(
      String number,
      String operator,
      String request,
      Instant ackedAt,
      List<String> named,
      @Nullable Instant releasedAt) {}

  /** A recruiter's words, asked for with one request id as often as there are answers. */
  public record Asked(String number, String request, List<String> answers) {}

  /** A status whose delivery was answered 200. */
  public record Told(String key, String wamid, String status) {}

  /** The engine's view of a journey. */
  public record RunView(String number, boolean running, int taskAttempt) {}
}
