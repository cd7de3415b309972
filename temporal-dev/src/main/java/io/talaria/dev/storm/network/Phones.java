package io.talaria.dev.storm.network;

import io.talaria.dev.storm.check.Evidence.Accepted;
import io.talaria.dev.storm.check.Evidence.Reported;
import io.talaria.dev.storm.check.Evidence.Said;
import io.talaria.dev.storm.check.Evidence.Told;
import io.talaria.dev.storm.network.Post.Item;
import io.talaria.dev.storm.seed.Dice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The phones of one run: what they wrote and who acknowledged it; what became of sends to them. */
public final class Phones implements AutoCloseable {
  private final Post post;
  private final long seed;
  private final Map<String, Entry> said = new ConcurrentHashMap<>();
  private final Map<String, Integer> sends = new ConcurrentHashMap<>();
  private final Set<String> prompt = ConcurrentHashMap.newKeySet();
  private final Queue<Told> told = new ConcurrentLinkedQueue<>();
  private final Queue<Reported> reported = new ConcurrentLinkedQueue<>();
  private final Map<String, Consumer<Send>> owners = new ConcurrentHashMap<>();
  private final ScheduledExecutorService clock =
      Executors.newScheduledThreadPool(2, Thread.ofPlatform().daemon().name("statuses-").factory());

  private static final class Entry {
    final String number;
    final String text;
    final boolean stops;
    volatile @Nullable Instant ackedAt;

    Entry(String number, String text, boolean stops) {
      this.number = number;
      this.text = text;
      this.stops = stops;
    }

    void acked(Instant at) {
      if (ackedAt == null) {
        ackedAt = at;
      }
    }
  }

  public Phones(Post post, long seed) {
    this.post = post;
    this.seed = seed;
  }

  /** Whoever owns this phone hears of what arrives on it. */
  public void own(String number, Consumer<Send> owner) {
    owners.put(number, owner);
  }

  /** From now on statuses of sends to this phone are told at once, and all of them. */
  public void promptly(String number) {
    prompt.add(number);
  }

  /** A person writes. Returns at once. */
  public void write(String number, String name, String text, @Nullable Choice tapped) {
    post.deliver(item(number, name, text, tapped));
  }

  /** A person writes so much that it comes in few bodies. */
  public void writeMany(String number, String name, List<String> texts, int perBody) {
    for (int i = 0; i < texts.size(); i += perBody) {
      post.deliver(
          texts.subList(i, Math.min(texts.size(), i + perBody)).stream()
              .map(text -> item(number, name, text, null))
              .toList());
    }
  }

  private Item item(String number, String name, String text, @Nullable Choice tapped) {
    String wamid = Wamids.next();
    Entry entry = new Entry(number, text, text.equals("PARAR"));
    said.put(wamid, entry);
    return new Item(
        Payload.message(wamid, number, name, text, tapped, Instant.now()), entry::acked);
  }

  /** A send has arrived on a phone of this run; others' are no-op. */
  public void arrived(Send send) {
    Consumer<Send> owner = owners.get(send.accepted().number());
    if (owner == null) {
      return;
    }
    statuses(send.accepted());
    owner.accept(send);
  }

  /** Sent, delivered, read: each at its own time, in any order, or never. */
  private void statuses(Accepted accepted) {
    String number = accepted.number();
    if (prompt.contains(number)) {
      tell(accepted, "delivered", 0);
      return;
    }
    String place = number.substring(Math.max(0, number.length() - 4));
    Dice dice =
        Dice.of(seed, "statuses of %s#%d".formatted(place, sends.merge(number, 1, Integer::sum)));
    List<String> steps = new ArrayList<>(List.of("sent", "delivered"));
    if (dice.chance(0.6)) {
      steps.add("read");
    }
    if (dice.chance(0.008)) {
      steps = List.of("sent", "failed");
    }
    boolean allLost = dice.chance(0.08);
    for (String step : steps) {
      boolean lost = allLost || dice.chance(0.1);
      int wait = dice.chance(0.7) ? dice.between(0, 400) : dice.between(400, 5000);
      if (!lost) {
        tell(accepted, step, wait);
        if (dice.chance(0.1)) {
          tell(accepted, step, wait + dice.between(0, 1000));
        }
      }
    }
  }

  private void tell(Accepted accepted, String status, int waitMillis) {
    clock.schedule(
        () -> report(accepted, status),
        Duration.ofMillis(waitMillis).toMillis(),
        TimeUnit.MILLISECONDS);
  }

  private void report(Accepted accepted, String status) {
    String key = String.valueOf(accepted.key());
    Instant now = Instant.now();
    reported.add(new Reported(key, status, now));
    post.deliver(
        new Item(
            Payload.status(accepted.wamid(), accepted.number(), accepted.key(), status, now),
            at -> told.add(new Told(key, accepted.wamid(), status))));
  }

  public List<Said> said() {
    return said.entrySet().stream()
        .map(
            entry ->
                new Said(
                    entry.getKey(),
                    entry.getValue().number,
                    entry.getValue().text,
                    entry.getValue().stops,
                    entry.getValue().ackedAt))
        .toList();
  }

  public List<Told> told() {
    return List.copyOf(told);
  }

  /** Statuses that left for the gateway, acknowledged or not. */
  public List<Reported> reported() {
    return List.copyOf(reported);
  }

  /** No further status leaves. */
  @Override
  public void close() {
    clock.shutdownNow();
  }
}
