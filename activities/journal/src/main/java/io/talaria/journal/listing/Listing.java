package io.talaria.journal.listing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job that is offered, or was.
 *
 * @param said what its client says of it
 * @param closedAt when it was closed; null while it is open. One whose last day is over is not
 *     offered either
 */
public record Listing(UUID id, Said said, @Nullable Instant closedAt, Instant changedAt) {

  /**
   * What a client says of a job.
   *
   * @param reference the client's own id, unique in the account
   * @param language of title and description: pt, es or en
   * @param region state or province
   * @param country ISO 3166-1 alpha-2
   * @param shifts empty when not told
   * @param mustHaves skills, or answers as {@code question=option}; who lacks one isn't offered it
   * @param link where a person reads it
   * @param openedOn null when it isn't told: the day on which it was first taken in. There when read
   * @param closesOn the last day on which it is offered
   */
  public record Said(
      String reference,
      String title,
      @Nullable String company,
      String description,
      String language,
      @Nullable String city,
      @Nullable String region,
      @Nullable String country,
      Workplace workplace,
      List<Shift> shifts,
      List<String> skills,
      List<String> mustHaves,
      @Nullable String link,
      @Nullable LocalDate openedOn,
      @Nullable LocalDate closesOn,
      boolean open) {}
}
