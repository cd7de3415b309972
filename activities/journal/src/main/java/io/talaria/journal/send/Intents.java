package io.talaria.journal.send;

import io.talaria.journal.AtCommit;
import io.talaria.journal.Sealed;
import io.talaria.journal.interview.Bookings;
import io.talaria.journal.journey.Brakes;
import io.talaria.journal.journey.JourneyWrites;
import io.talaria.journal.journey.Standing;
import io.talaria.journal.listing.Offers;
import io.talaria.port.Delivered;
import io.talaria.port.Delivered.Outcome;
import io.talaria.port.Delivery;
import io.talaria.port.JourneyWrite;
import io.talaria.port.TurnKey;
import io.talaria.port.Written;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decides who may call, once. An intent is a lattice, QUEUED &lt; SENDING &lt; UNCERTAIN &lt;
 * {SENT, REJECTED, FAILED}; each write is conditional, and a row that was SENDING is never called
 * again.
 */
@Component
public class Intents {
  private static final String TAKEN = "somebody else has the time that it confirms";
  private static final String UNWANTED = "the candidate asked not to be written to";
  private static final String OPTED_OUT = "OPTED_OUT";

  private final JdbcClient jdbc;
  private final Sealed sealed;
  private final Brakes brakes;
  private final Turns turns;
  private final IntentWrites writes;
  private final JourneyWrites journeys;
  private final Bookings bookings;
  private final Offers offers;
  private final NumberHolds holds;
  private final TemplateBars templates;
  private final AtCommit atCommit;

  Intents(
      JdbcClient jdbc,
      Sealed sealed,
      Brakes brakes,
      Turns turns,
      IntentWrites writes,
      JourneyWrites journeys,
      Bookings bookings,
      Offers offers,
      NumberHolds holds,
      TemplateBars templates,
      AtCommit atCommit) {
    this.jdbc = jdbc;
    this.sealed = sealed;
    this.brakes = brakes;
    this.turns = turns;
    this.writes = writes;
    this.journeys = journeys;
    this.bookings = bookings;
    this.offers = offers;
    this.holds = holds;
    this.templates = templates;
    this.atCommit = atCommit;
  }

  /**
   * In one commit: claims the turn, writes the transcript's row, and marks the intent SENDING under
   * the brake's current epoch. While the number is held, the intent is QUEUED instead, and only the
   * trial is called.
   *
   * @param within how long from now the request may leave and its answer be read
   * @param local whether it must give way to another send of this candidate that is still open
   */
  @Transactional
  public Beginning begin(Delivery delivery, Duration within, boolean local) {
    Situation situation = situation(delivery);
    Optional<Beginning> stands = claimed(delivery, situation);
    if (stands.isPresent()) {
      return stands.get();
    }
    if (local && situation.othersOpen()) {
      writes.queued(delivery);
      return Beginning.Answer.of(Outcome.DEFERRED);
    }
    if (situation.held() && !holds.tries(delivery)) {
      writesOnceThatItWaits(delivery, situation);
      return Beginning.Answer.held();
    }
    writes.sending(delivery, within, situation.known());
    Recipient recipient = situation.recipient();
    if (recipient != null) {
      templates.leaves(delivery);
      return new Beginning.Call(recipient);
    }
    atCommit.now();
    return new Beginning.Answer(
        settle(delivery, new CallOutcome.Refused(null, "RECIPIENT", "no address is known", false)));
  }

  /**
   * In one commit: claims the turn, writes the transcript's row, and marks the intent QUEUED: the
   * governed queue will send it, and until then people see what waits.
   *
   * @return DEFERRED, for the account's sake while the number is held; or how the send stands that
   *     may not wait
   */
  @Transactional
  public Delivered queue(Delivery delivery) {
    Situation situation = situation(delivery);
    Optional<Beginning> stands = claimed(delivery, situation);
    if (stands.isEmpty()) {
      writesOnceThatItWaits(delivery, situation);
      return waits(situation).delivered();
    }
    return (stands.get() instanceof Beginning.Answer answer ? answer : waits(situation))
        .delivered();
  }

  /** Claims the turn, with the time that it promises; or tells what stands against the send. */
  private Optional<Beginning> claimed(Delivery delivery, Situation situation) {
    Optional<Beginning> decided = decided(delivery, situation);
    if (decided.isPresent()) {
      return decided;
    }
    Optional<CallOutcome.Refused> bar = bar(delivery, situation);
    if (bar.isPresent()) {
      return Optional.of(new Beginning.Answer(refuse(delivery, situation, bar.get())));
    }
    if (!bookings.take(delivery)) {
      return Optional.of(new Beginning.Answer(gone(delivery, situation)));
    }
    claim(delivery, situation);
    return Optional.empty();
  }

  private static Beginning.Answer waits(Situation situation) {
    return situation.held() ? Beginning.Answer.held() : Beginning.Answer.of(Outcome.DEFERRED);
  }

  /** Whoever asks again and again writes and tells once that it waits. */
  private void writesOnceThatItWaits(Delivery delivery, Situation situation) {
    if (!situation.waiting()) {
      writes.queued(delivery);
    }
  }

  /**
   * What forbids a send that nobody called yet. Unasked, a machine doesn't write to somebody who
   * wants no messages; a person's words and an answer to what the candidate just wrote go. What
   * WhatsApp would refuse as before doesn't go, whoever wrote it.
   */
  private Optional<CallOutcome.Refused> bar(Delivery delivery, Situation situation) {
    boolean unwanted =
        situation.optedOut()
            && delivery.author() == Delivery.Author.BOT
            && !TurnKey.answers(delivery.key());
    return unwanted
        ? Optional.of(new CallOutcome.Refused(null, OPTED_OUT, UNWANTED, false))
        : templates.against(delivery);
  }

  /**
   * The bot is asked anew. A turn that was claimed before can't be answered anew: its time was
   * released since, which no journey does that still says it, so a person looks at it.
   */
  private Delivered gone(Delivery delivery, Situation situation) {
    return situation.claimed() == null
        ? Beginning.Answer.of(Outcome.GONE).delivered()
        : refuse(delivery, situation, new CallOutcome.Refused(null, "TIME_TAKEN", TAKEN, false));
  }

  /** REJECTED without a call, in this transaction: whoever asks again hears the same. */
  private Delivered refuse(Delivery delivery, Situation situation, CallOutcome.Refused refused) {
    claim(delivery, situation);
    writes.sending(delivery, Duration.ZERO, situation.known());
    atCommit.now();
    return settle(delivery, refused);
  }

  /**
   * Takeovers raise the epoch in the brake's row and write who holds it: whoever has its lock knows
   * that no takeover overtakes.
   */
  private Situation situation(Delivery delivery) {
    Standing brake = brakes.lock(delivery.accountId(), delivery.candidateId());
    return Situation.of(jdbc, sealed, delivery, brake);
  }

  /** What stands already about this send; empty for one that may begin. */
  private Optional<Beginning> decided(Delivery delivery, Situation situation) {
    Delivery.Claim claim = delivery.claim();
    Situation.Claimed first = situation.claimed();
    if (claim != null && first != null && !first.is(claim)) {
      return Optional.of(adopts(first));
    }
    Optional<IntentRow> row = situation.known() ? row(delivery.key()) : Optional.empty();
    if (row.isPresent() && !row.get().neverCalled(delivery.epoch())) {
      return Optional.of(called(delivery, row.get()));
    }
    if (first == null && row.isEmpty() && situation.outdated()) {
      return Optional.of(Beginning.Answer.of(Outcome.OUTDATED));
    }
    if (situation.brake().stops(delivery)) {
      writes.drop(delivery);
      return Optional.of(Beginning.Answer.of(Outcome.BRAKED));
    }
    return Optional.empty();
  }

  private void claim(Delivery delivery, Situation situation) {
    Delivery.Claim claim = delivery.claim();
    if (claim != null) {
      if (situation.claimed() == null && situation.othersOpen()) {
        writes.forgetOthers(delivery, claim);
      }
      turns.claim(delivery, claim);
      offers.keep(delivery, claim);
    }
  }

  /**
   * Writes what the call came to, and {@link Delivery#after} when the candidate has it or may have
   * it. A row that somebody settled meanwhile wins.
   */
  @Transactional
  public Delivered finish(Delivery delivery, CallOutcome outcome) {
    Delivered delivered = settle(delivery, outcome);
    if (outcome instanceof CallOutcome.Refused refused) {
      templates.refused(
          delivery.accountId(),
          delivery.candidateId(),
          delivery.key(),
          delivery.content(),
          refused.code(),
          Instant.now());
    }
    return delivered;
  }

  private Delivered settle(Delivery delivery, CallOutcome outcome) {
    Optional<IntentRow> mine = writes.settle(delivery, outcome);
    IntentRow row = mine.or(() -> row(delivery.key())).orElseThrow();
    return row.answer(after(delivery, row, mine.isPresent()));
  }

  /** How a send stands whose caller is gone; past its time it is called unknown. */
  @Transactional
  public Beginning ask(Delivery delivery) {
    return called(delivery, row(delivery.key()).orElseThrow());
  }

  private Beginning called(Delivery delivery, IntentRow row) {
    if (row.is("SENDING")) {
      if (row.leftMillis() > 0) {
        return new Beginning.UnderWay(Duration.ofMillis(row.leftMillis()));
      }
      return new Beginning.Answer(
          finish(delivery, new CallOutcome.Unknown("its caller never told the outcome")));
    }
    return new Beginning.Answer(row.answer(after(delivery, row, false)));
  }

  private boolean after(Delivery delivery, IntentRow row, boolean first) {
    JourneyWrite after = delivery.after();
    if (after == null || !(row.is("SENT") || row.is("UNCERTAIN"))) {
      return false;
    }
    // A task that runs again may know more than the one whose write stands; that is no alarm.
    Written written = first ? journeys.write(after) : journeys.writeAgain(after);
    return written.stands();
  }

  private Optional<IntentRow> row(String key) {
    return IntentRow.locked(jdbc, key);
  }

  private static Beginning.Answer adopts(Situation.Claimed first) {
    return new Beginning.Answer(
        new Delivered(
            Outcome.ADOPT,
            Instant.now(),
            null,
            null,
            null,
            null,
            first.proposal(),
            false,
            first.key()));
  }
}
