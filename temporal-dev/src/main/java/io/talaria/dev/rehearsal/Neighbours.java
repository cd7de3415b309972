package io.talaria.dev.rehearsal;

import io.talaria.journal.definition.Definition;
import io.talaria.journal.definition.Hours;
import io.talaria.journal.definition.Rehearsal;
import io.talaria.journey.JourneyState;
import io.talaria.journey.TakeoverReceipt;
import io.talaria.port.Channel;
import io.talaria.port.Delivered;
import io.talaria.port.Delivered.Outcome;
import io.talaria.port.Delivery;
import io.talaria.port.Delivery.Author;
import io.talaria.port.Desk;
import io.talaria.port.Journal;
import io.talaria.port.JourneyEvent;
import io.talaria.port.JourneyWrite;
import io.talaria.port.Kept;
import io.talaria.port.Outbound.Choice;
import io.talaria.port.Proposal;
import io.talaria.port.Reading;
import io.talaria.port.Written;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The journal, WhatsApp and the team of one candidate, in memory and on their best behaviour. */
final class Neighbours implements Channel, Desk, Journal {
  private final Definition definition;
  private final Rehearsal.Setting setting;
  private final Supplier<Instant> clock;
  private final Chronicle chronicle;
  private final Rivals rivals = new Rivals();
  private final List<Delivery> said = new ArrayList<>();
  private final List<Rehearsal.Listing> listings;
  private final List<Desk.Alert> alerts = new ArrayList<>();
  private final List<String> arriving = new ArrayList<>();
  private final Map<String, Delivered> sends = new HashMap<>();
  private final Map<String, Proposal> claims = new HashMap<>();
  private @Nullable Reading reading;
  private final Map<UUID, Remembered> answers = new HashMap<>();
  private final Set<UUID> takenIn = new HashSet<>();
  private @Nullable JourneyState newest;
  private long generation;
  private long epoch;
  private boolean held;

  Neighbours(
      Definition definition,
      Rehearsal.Setting setting,
      Supplier<Instant> clock,
      Chronicle chronicle) {
    this.definition = definition;
    this.setting = setting;
    this.clock = clock;
    this.chronicle = chronicle;
    this.listings = new ArrayList<>(setting.listings());
  }

  /** What the bot made of the words to which it replied last; null when it told nothing. */
  synchronized @Nullable Reading reading() {
    return reading;
  }

  /** What the candidate was sent by the bot, oldest first. */
  synchronized List<Delivery> said() {
    return said.stream().filter(delivery -> delivery.author() == Author.BOT).toList();
  }

  /** Another job is open from now on. */
  synchronized void opens(Rehearsal.Listing listing) {
    listings.add(listing);
    chronicle.journey("a job opens: " + listing.title());
  }

  /** The jobs that are open. */
  synchronized List<Rehearsal.Listing> listings() {
    return List.copyOf(listings);
  }

  /** What the team was told, oldest first. */
  synchronized List<Desk.Alert> alerts() {
    return List.copyOf(alerts);
  }

  /** The newest journey as it was last written; null before the first write. */
  synchronized @Nullable JourneyState newest() {
    return newest;
  }

  /** Sends whose arrival the journey waits for; they arrive now. */
  synchronized List<String> arrivals() {
    List<String> now = List.copyOf(arriving);
    arriving.clear();
    return now;
  }

  /** What the turn of this key was claimed with; null when it is new. */
  synchronized @Nullable Proposal claimed(String turnKey) {
    return claims.get(turnKey);
  }

  /** What the console does before it asks for a takeover. */
  synchronized long raiseBrake() {
    held = true;
    return ++epoch;
  }

  @Override
  public synchronized Delivered deliver(Delivery delivery) {
    Delivered before = sends.get(delivery.key());
    if (before != null) {
      return before;
    }
    Delivery.Claim claim = delivery.claim();
    if (claim != null && !claims.containsKey(claim.key()) && gone(claim.proposal())) {
      return delivered(Outcome.GONE, null, false);
    }
    if (claim != null) {
      Proposal stored = claims.putIfAbsent(claim.key(), claim.proposal());
      if (stored != null && !stored.equals(claim.proposal())) {
        return delivered(Outcome.ADOPT, stored, false);
      }
      reading = claim.proposal().reading();
    }
    boolean bot = delivery.author() == Author.BOT;
    if (delivery.epoch() != epoch || (bot && held)) {
      return delivered(Outcome.BRAKED, null, false);
    }
    said.add(delivery);
    chronicle.said(delivery);
    if (delivery.tellArrival()) {
      arriving.add(delivery.key());
    }
    JourneyWrite after = delivery.after();
    if (after != null) {
      record(after);
    }
    Delivered sent = delivered(Outcome.SENT, null, after != null);
    sends.put(delivery.key(), sent);
    return sent;
  }

  private boolean gone(Proposal proposal) {
    return proposal.kept() != null
        && proposal.kept().stream()
            .anyMatch(kept -> kept instanceof Kept.Booked booked && !rivals.leave(booked));
  }

  /** What the bot offered last at this step, in order; none when it offered nothing there. */
  synchronized List<Choice> shown(String step) {
    return said().reversed().stream()
        .map(delivery -> delivery.content().offered())
        .map(all -> all.stream().filter(one -> one.id().startsWith(step + ":")).toList())
        .filter(choices -> !choices.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  /** Jobs that were offered at other steps than this one. */
  synchronized Set<String> offeredBefore(String step) {
    return claims.values().stream()
        .map(Proposal::kept)
        .filter(Objects::nonNull)
        .flatMap(List::stream)
        .filter(kept -> !kept.step().equals(step))
        .flatMap(
            kept ->
                kept instanceof Kept.Offered offered ? offered.listings().stream() : Stream.of())
        .map(Kept.Listed::listing)
        .collect(Collectors.toSet());
  }

  Rivals rivals() {
    return rivals;
  }

  @Override
  public Delivered send(Delivery delivery) {
    return deliver(delivery);
  }

  private Delivered delivered(Outcome outcome, @Nullable Proposal adopted, boolean written) {
    return new Delivered(outcome, clock.get(), null, null, null, null, adopted, written);
  }

  @Override
  public synchronized void alert(Desk.Alert alert) {
    if (alerts.stream().noneMatch(told -> told.episode().equals(alert.episode()))) {
      alerts.add(alert);
      chronicle.told(alert);
    }
  }

  @Override
  public synchronized Opened open(Open request) {
    boolean written = !takenIn.containsAll(request.messageIds());
    if (request.planned() != null && newest == null && !written) {
      generation++;
      return opened(true, UUID.randomUUID(), null, clock.get());
    }
    if (request.left() == null && !written) {
      return opened(false, UUID.randomUUID(), null, null);
    }
    JourneyState left = newest == null || newest.over() ? null : newest;
    UUID journey = left == null ? UUID.randomUUID() : left.journeyId();
    generation++;
    return opened(true, journey, left, null);
  }

  private Opened opened(
      boolean opened, UUID journey, @Nullable JourneyState left, @Nullable Instant startsAt) {
    Hours hours = definition.hours();
    return new Opened(
        opened,
        journey,
        generation,
        definition.plan(),
        setting.language(),
        epoch,
        left,
        hours == null ? null : hours.quietAt(setting.zone().getId(), clock.get()),
        hours == null ? null : hours.officeFrom(clock.get()),
        setting.phase(),
        startsAt);
  }

  @Override
  public synchronized Written record(JourneyWrite write) {
    if (write.state().generation() < generation) {
      return Written.OVERTAKEN;
    }
    newest = write.state();
    takenIn.addAll(write.takenIn());
    for (JourneyEvent event : write.events()) {
      chronicle.happened(event);
    }
    if (write.answer() != null) {
      answers.putIfAbsent(
          write.answer().requestId(),
          new Remembered(
              write.answer(), newest.journeyId(), newest.generation(), newest.revision()));
    }
    return Written.NEWEST;
  }

  @Override
  public synchronized TakeoverReceipt stopBot(StopBot request) {
    List<String> dropped =
        request.unsaid().stream().filter(key -> !sends.containsKey(key)).toList();
    return new TakeoverReceipt(clock.get(), List.of(), List.of(), dropped);
  }

  /** Nothing waits here: a send leaves when it is asked for. */
  @Override
  public synchronized long dropQueued(DropQueued request) {
    if (!held && epoch == request.epoch()) {
      epoch++;
    }
    return held ? request.epoch() : epoch;
  }

  @Override
  public synchronized long releaseBrake(ReleaseBrake request) {
    held = false;
    return ++epoch;
  }

  @Override
  public synchronized Remembered remembered(Asked request) {
    return answers.getOrDefault(request.requestId(), new Remembered(null, null, 0, 0));
  }

  @Override
  public synchronized Brake brake(UUID candidateId) {
    return new Brake(epoch, held);
  }

  @Override
  public PlanFound plan(Planned request) {
    throw new UnsupportedOperationException("A rehearsal has one plan");
  }

  @Override
  public Settled settle(Settle request) {
    return new Settled(false, "SENT", null, List.of(), null);
  }
}
