package io.talaria.worker.whatsapp;

import io.talaria.journal.send.Wamids;
import io.talaria.journey.MessageReceived;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells the candidate that their message was read, and that an answer is being written where that
 * takes longer than a moment. Best effort: nothing waits for it, nothing is kept of it, and what
 * finds no room is dropped.
 *
 * <p>A reply that follows at once says by itself that its message was read. There the mark, a call
 * of its own, comes when the candidate rests: the newest message's marks those before it too, see
 * https://developers.facebook.com/docs/whatsapp/cloud-api/guides/mark-message-as-read.
 */
@Component
public class ReadReceipts implements DisposableBean {
  private static final Logger log = LoggerFactory.getLogger(ReadReceipts.class);
  private static final Duration TIMEOUT = Duration.ofSeconds(3);
  private static final Duration MOMENT = Duration.ofMillis(400);
  private static final Duration REST = Duration.ofSeconds(4);
  private static final int AT_ONCE = 4;
  private static final int WAITING = 64;
  private static final int TURNS = 5_000;

  private final Wamids wamids;
  private final GraphClient graph;
  private final WhatsAppSettings settings;
  private final Map<UUID, Newest> turns = new ConcurrentHashMap<>();
  private final ExecutorService executor =
      new ThreadPoolExecutor(
          AT_ONCE,
          AT_ONCE,
          1,
          TimeUnit.MINUTES,
          new LinkedBlockingQueue<>(WAITING),
          Thread.ofVirtual().name("read-receipt-", 0).factory());

  ReadReceipts(Wamids wamids, GraphClient graph, WhatsAppSettings settings) {
    this.wamids = wamids;
    this.graph = graph;
    this.settings = settings;
  }

  /**
   * A candidate's newest message.
   *
   * @param since its turn began, by this machine's monotonic clock
   */
  private record Newest(MessageReceived message, long since, boolean answered) {
    Duration age(long now) {
      return Duration.ofNanos(now - since);
    }
  }

  /** A turn of the bot begins; returns at once. */
  public void turnBegins(UUID candidateId, MessageReceived newest) {
    if (turns.size() < TURNS) {
      turns.put(candidateId, new Newest(newest, System.nanoTime(), false));
    }
  }

  /** A reply left: nobody writes any more. */
  void replied(UUID candidateId) {
    turns.computeIfPresent(
        candidateId, (id, newest) -> new Newest(newest.message(), newest.since(), true));
  }

  @Scheduled(fixedDelay = 200)
  void tell() {
    long now = System.nanoTime();
    turns.forEach(
        (candidate, newest) -> {
          Duration patience = newest.answered() ? REST : MOMENT;
          if (newest.age(now).compareTo(patience) > 0 && turns.remove(candidate, newest)) {
            soon(
                newest.message(),
                newest.answered() ? MessageBody::read : MessageBody::readAndTyping);
          }
        });
  }

  private void soon(MessageReceived message, Function<String, byte[]> body) {
    try {
      executor.execute(() -> tell(message, body));
    } catch (RejectedExecutionException e) {
      log.debug("No room to mark message {} read", message.id());
    }
  }

  /** No-op when the message or its number is unknown. */
  private void tell(MessageReceived message, Function<String, byte[]> body) {
    try {
      settings
          .token(message.numberId())
          .ifPresent(
              token ->
                  wamids
                      .of(message.id())
                      .map(body)
                      .ifPresent(
                          json ->
                              graph.post(message.numberId(), token, json, Deadline.in(TIMEOUT))));
    } catch (RuntimeException e) {
      log.debug("Message {} was not marked read: {}", message.id(), e.getClass().getSimpleName());
    }
  }

  @Override
  public void destroy() {
    executor.shutdownNow();
  }
}
