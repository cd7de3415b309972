package io.talaria.worker.interleaving;

import io.talaria.journal.journey.Brakes;
import io.talaria.journey.Hold;
import io.talaria.journey.Holder;
import io.talaria.journey.JourneyState;
import io.talaria.journey.TakeoverReceipt;
import io.talaria.port.Delivery.Author;
import io.talaria.port.Journal.Brake;
import io.talaria.port.Journal.Opened;
import io.talaria.port.Journal.ReleaseBrake;
import io.talaria.port.Journal.StopBot;
import io.talaria.port.JourneyEvent;
import io.talaria.port.JourneyWrite;
import io.talaria.port.Written;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The journal's statements on paper, one by one, for thousands of interleavings a second. */
final class PaperRows implements Rows {
  private static final Duration WITHIN = Duration.ofMillis(4500);

  private final Supplier<Instant> clock;
  private final JourneyState opened;
  private final UUID candidate = new UUID(7, 7);
  private final Map<UUID, Takeover> takeovers = new LinkedHashMap<>();
  private final Map<String, Intent> intents = new LinkedHashMap<>();
  private final Set<String> told = new HashSet<>();
  private long epoch;
  private UUID holder;
  private UUID takeover;
  private JourneyState recorded;
  private JourneyState lastOfLost;
  private long generation = 1;

  private static final class Takeover {
    UUID operator;
    long epoch;
    String state;
  }

  private static final class Intent {
    Author author;
    String state;
    Instant notAfter;
    boolean dropped;
    boolean repaired;
    long epoch;
  }

  PaperRows(Supplier<Instant> clock, JourneyState opened) {
    this.clock = clock;
    this.opened = opened;
  }

  @Override
  public UUID candidate() {
    return candidate;
  }

  @Override
  public JourneyState opened() {
    return opened;
  }

  @Override
  public Optional<Long> raise(UUID request, UUID operator, boolean fromHolder) {
    if (holder != null && !holder.equals(operator) && !fromHolder) {
      return Optional.empty();
    }
    epoch++;
    holder = operator;
    takeover = request;
    takeovers.values().stream()
        .filter(older -> older.state.equals("REQUESTED"))
        .forEach(older -> older.state = "REFUSED");
    put(request, operator, epoch, "REQUESTED");
    return Optional.of(epoch);
  }

  private void put(UUID id, UUID operator, long at, String state) {
    var row = new Takeover();
    row.operator = operator;
    row.epoch = at;
    row.state = state;
    takeovers.put(id, row);
  }

  private Optional<Map.Entry<UUID, Takeover>> held() {
    return takeovers.entrySet().stream()
        .filter(t -> t.getValue().state.equals("HELD"))
        .reduce((first, second) -> second);
  }

  @Override
  public void refuse(UUID request) {
    Takeover row = takeovers.get(request);
    if (!row.state.equals("REQUESTED")) {
      return;
    }
    row.state = "REFUSED";
    if (request.equals(takeover)) {
      var still = held();
      epoch = still.map(t -> t.getValue().epoch).orElse(epoch + 1);
      holder = still.map(t -> t.getValue().operator).orElse(null);
      takeover = still.map(Map.Entry::getKey).orElse(null);
    }
  }

  @Override
  public void holdBack(StopBot stop) {
    if (epoch < stop.epoch()) {
      epoch = stop.epoch();
      takeover = stop.takeover();
      holder = takeovers.get(stop.takeover()).operator;
    }
    intents.values().stream()
        .filter(i -> i.state.equals("QUEUED"))
        .filter(i -> i.author == Author.BOT || i.epoch < stop.epoch())
        .forEach(
            i -> {
              i.state = "REJECTED";
              i.dropped = true;
            });
  }

  @Override
  public boolean botSendsMayLeave() {
    return intents.values().stream()
        .anyMatch(
            i ->
                i.author == Author.BOT
                    && (i.state.equals("QUEUED")
                        || (i.state.equals("SENDING") && i.notAfter.isAfter(clock.get()))));
  }

  @Override
  public TakeoverReceipt receipt(StopBot stop) {
    return new TakeoverReceipt(
        clock.get(),
        bots(i -> i.state.equals("SENDING")),
        bots(i -> i.state.equals("UNCERTAIN")),
        bots(i -> i.dropped));
  }

  private List<String> bots(Predicate<Intent> which) {
    return intents.entrySet().stream()
        .filter(i -> i.getValue().author == Author.BOT && which.test(i.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  @Override
  public long release(ReleaseBrake release) {
    UUID id = release.takeover();
    Takeover own = takeovers.get(id);
    if (own.state.equals("HELD")) {
      own.state = "RETURNED";
    } else if (own.state.equals("REQUESTED")) {
      own.state = "REFUSED";
    }
    if (id.equals(takeover)) {
      epoch++;
      var still = held();
      holder = still.map(t -> t.getValue().operator).orElse(null);
      takeover = still.map(Map.Entry::getKey).orElse(null);
    }
    return holder == null ? epoch : Brakes.NOBODYS;
  }

  @Override
  public Brake brake() {
    return new Brake(epoch, holder != null);
  }

  @Override
  public JourneyState goOn() {
    boolean asked = takeover != null && takeovers.get(takeover).state.equals("REQUESTED");
    epoch += asked ? 0 : 1;
    takeovers.values().stream()
        .filter(row -> row.state.equals("HELD"))
        .forEach(row -> row.epoch = epoch);
    intents.values().stream()
        .filter(row -> row.state.equals("QUEUED"))
        .forEach(
            row -> {
              row.state = "REJECTED";
              row.repaired = true;
            });
    generation++;
    JourneyState left = recorded;
    recorded = null;
    return goneOn(
        new Opened(true, opened.journeyId(), generation, opened.plan(), "en", epoch, left(left)),
        opened);
  }

  /** Kept apart, since a new run's first write is no repetition of the lost run's last. */
  private JourneyState left(JourneyState last) {
    lastOfLost = last == null ? lastOfLost : last;
    return lastOfLost == null ? null : told(lastOfLost);
  }

  /** The takeovers' rows know better who holds it. */
  private JourneyState told(JourneyState left) {
    Holder inState = left.hold().holder();
    Holder now =
        held()
            .map(t -> new Holder(t.getKey(), t.getValue().operator, "name", clock.get()))
            .orElse(null);
    boolean same = inState != null && now != null && inState.takeoverId().equals(now.takeoverId());
    return same ? left : left.withHold(new Hold(left.hold().epoch(), now));
  }

  @Override
  public String begin(String key, long under, Author author) {
    Intent row = intents.get(key);
    boolean revived = row != null && (row.repaired || (row.dropped && row.epoch < under));
    if (row != null && !row.state.equals("QUEUED") && !revived) {
      if (row.state.equals("SENDING")) {
        if (row.notAfter.plusSeconds(1).isAfter(clock.get())) {
          return "SENDING";
        }
        row.state = "UNCERTAIN";
      }
      return row.dropped ? "BRAKED" : row.state;
    }
    if (stops(under, author)) {
      if (row != null && row.state.equals("QUEUED")) {
        row.state = "REJECTED";
        row.dropped = true;
      }
      return "BRAKED";
    }
    if (row == null) {
      row = new Intent();
      intents.put(key, row);
    }
    row.author = author;
    row.epoch = under;
    row.dropped = false;
    row.repaired = false;
    row.state = "SENDING";
    row.notAfter = clock.get().plus(WITHIN);
    return "CALL";
  }

  private boolean stops(long under, Author author) {
    return epoch != under || (author == Author.BOT && holder != null);
  }

  @Override
  public boolean mayLeave(String key) {
    return intents.get(key).notAfter.isAfter(clock.get());
  }

  @Override
  public String finish(String key, long under, Author author, String outcome) {
    Intent row = intents.get(key);
    boolean waits = outcome.equals("QUEUED");
    if (row.state.equals("SENDING")) {
      row.dropped = waits && stops(under, author);
      row.state = row.dropped ? "REJECTED" : outcome;
    } else if (row.state.equals("UNCERTAIN") && !outcome.equals("UNCERTAIN")) {
      row.state = waits ? "REJECTED" : outcome;
    }
    return row.dropped ? "BRAKED" : row.state;
  }

  @Override
  public Written record(JourneyWrite write) {
    JourneyState state = write.state();
    if (state.generation() < generation) {
      return Written.OVERTAKEN;
    }
    if (recorded != null && recorded.revision() >= state.revision()) {
      return recorded.equals(state) ? Written.SAME : Written.BEHIND;
    }
    recorded = state;
    for (JourneyEvent event : write.events()) {
      if (!told.add(event.getClass().getSimpleName() + event.cause())) {
        continue;
      }
      Holder now = state.hold().holder();
      switch (event) {
        case JourneyEvent.OperatorTakeover taken -> {
          if (now != null) {
            returned(now.takeoverId());
            Takeover row = takeovers.get(now.takeoverId());
            if (row.state.equals("REQUESTED") || row.state.equals("REFUSED")) {
              row.state = "HELD";
            }
          }
        }
        case JourneyEvent.OperatorHandover over -> {
          if (now != null) {
            if (held().map(t -> t.getKey().equals(takeover)).orElse(false)) {
              takeover = now.takeoverId();
              holder = now.operatorId();
            }
            returned(now.takeoverId());
            if (!takeovers.containsKey(now.takeoverId())) {
              put(now.takeoverId(), now.operatorId(), state.hold().epoch(), "HELD");
            }
          }
        }
        case JourneyEvent.OperatorHandback back -> returned(new UUID(0, 0));
        default -> {}
      }
    }
    return Written.NEWEST;
  }

  private void returned(UUID except) {
    takeovers.forEach(
        (id, row) -> {
          if (row.state.equals("HELD") && !id.equals(except)) {
            row.state = "RETURNED";
          }
        });
  }
}
