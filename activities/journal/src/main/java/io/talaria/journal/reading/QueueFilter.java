package io.talaria.journal.reading;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What of the queue is shown.
 *
 * @param me who reads
 * @param definition only journeys of this definition
 * @param stage only this stage
 * @param owner only what this person holds
 * @param part only whom this number of the funnel counts; ended journeys too, and the tab counts no
 *     more
 * @param tokens every one must be in the name; ended journeys too, and the tab counts no more
 */
public record QueueFilter(
    UUID accountId,
    UUID me,
    QueueTab tab,
    @Nullable String definition,
    @Nullable String stage,
    @Nullable UUID owner,
    @Nullable Part part,
    List<String> tokens) {

  /** Whom a number of the funnel counts: the parts of a stage's bar, then those without a stage. */
  public enum Part {
    /** Went on to a later stage, or completed. */
    MOVED_ON,
    /** Is there now. */
    HERE,
    /** The journey ended there without completing. */
    LOST,
    /** Everybody who entered it. */
    ENTERED,
    /** Everybody whose journey began. */
    STARTED,
    /** Everybody whose journey has ended, however. */
    ENDED,
    /** Everybody whose journey has come to its good end. */
    COMPLETED
  }

  /** The whole tab. */
  public static QueueFilter of(UUID accountId, UUID me, QueueTab tab) {
    return new QueueFilter(accountId, me, tab, null, null, null, null, List.of());
  }

  /** Whether only what waits for review is shown. */
  boolean reviews() {
    return tab == QueueTab.REVIEW && part == null && tokens.isEmpty();
  }
}
