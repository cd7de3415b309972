package io.talaria.journal.reading;

import io.talaria.journal.listing.Reason;
import io.talaria.journey.Acknowledgement;
import io.talaria.journey.RiskScore.Action;
import io.talaria.port.Desk;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a candidate's journey beside the words.
 *
 * @param risk at the moment of reading; that of the last write where the state can't be read
 * @param action what a recruiter may do about it
 * @param told what the team was told that lasts; null when nothing does
 * @param history the scores kept, oldest first
 * @param highValue whether the definition counts them among those whom nobody wants to lose
 * @param optOut their newest wish for no messages; null when they never had one
 * @param marketing why they get no marketing messages; null when they may
 * @param answers by step id, in the order of the record
 * @param visits in the order they were entered
 * @param meetings times of interviews that they have, soonest first
 * @param offers listings that they were offered: of each step what was offered last, and what was
 *     chosen
 */
public record Card(
    double risk,
    List<Factor> factors,
    Action action,
    @Nullable Told told,
    List<Past> history,
    boolean highValue,
    @Nullable OptOut optOut,
    @Nullable MarketingBar marketing,
    Map<String, String> answers,
    List<Visit> visits,
    List<Meeting> meetings,
    List<Offered> offers) {
  /**
   * Why the risk is what it is; a negative weight lowers it.
   *
   * @param weight what it adds; the most that it can add where {@code contribution} is told
   * @param contribution null in scores kept by an older build
   */
  public record Factor(String factor, double weight, @Nullable Double contribution) {
    /** What it adds to the score. */
    public double points() {
      return contribution == null ? weight : contribution;
    }
  }

  /**
   * What the team was told of this journey.
   *
   * @param about at least one
   * @param seenTo who sees to it; null for nobody
   * @param escalatesAt when more people are told unless somebody sees to it; null for never
   * @param level who is told then: 1 the leads, 2 by e-mail; 0 for nobody
   */
  public record Told(
      Set<Desk.Kind> about,
      @Nullable Acknowledgement seenTo,
      @Nullable Instant escalatesAt,
      int level) {}

  /** A score that was kept, since its band was new or the team was told. */
  public record Past(Instant at, double risk) {}

  /**
   * @param revokedAt when they wrote again; null while it stands
   * @param words with which they said so; null when they are erased
   */
  public record OptOut(Instant at, @Nullable Instant revokedAt, @Nullable String words) {}

  /**
   * WhatsApp lets no marketing template of ours through to them.
   *
   * @param until null as long as they want none
   */
  public record MarketingBar(Instant since, @Nullable Instant until) {}

  /** A stay in a stage. */
  public record Visit(
      String stage, Instant enteredAt, @Nullable Instant leftAt, @Nullable String leftAs) {}

  /**
   * A time of an interview.
   *
   * @param zone in which the candidate lives; null when nobody knows
   */
  public record Meeting(String step, Instant at, @Nullable String zone) {}

  /**
   * What was offered at one step.
   *
   * @param chosen id of the listing that was chosen; {@code none} for none of them, null as long as
   *     nothing is
   */
  public record Offered(
      String step, Instant at, @Nullable String chosen, List<OfferedListing> listings) {}

  /**
   * A listing as it was when it was offered.
   *
   * @param reference its client's own id
   * @param reasons all of them, also those against it
   */
  public record OfferedListing(
      UUID id,
      String reference,
      String title,
      @Nullable String company,
      @Nullable String place,
      @Nullable String link,
      List<Reason> reasons) {}
}
