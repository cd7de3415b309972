package io.talaria.worker.whatsapp;

import io.talaria.journal.send.Wamids;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Tells the candidate that their message was read and that an answer is being written. Best effort:
 * nothing waits for it, nothing is kept of it, and what finds no room is dropped.
 */
@Component
public class ReadReceipts implements DisposableBean {
  private static final Logger log = LoggerFactory.getLogger(ReadReceipts.class);
  private static final Duration TIMEOUT = Duration.ofSeconds(3);
  private static final int AT_ONCE = 4;
  private static final int WAITING = 64;

  private final Wamids wamids;
  private final GraphClient graph;
  private final WhatsAppSettings settings;
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

  /** Returns at once. No-op when the message or the number is unknown. */
  public void readAndTyping(UUID messageId, String numberId) {
    try {
      executor.execute(() -> tell(messageId, numberId));
    } catch (RejectedExecutionException e) {
      log.debug("No room to mark message {} read", messageId);
    }
  }

  private void tell(UUID messageId, String numberId) {
    try {
      settings
          .token(numberId)
          .ifPresent(
              token ->
                  wamids
                      .of(messageId)
                      .map(MessageBody::readAndTyping)
                      .ifPresent(body -> graph.post(numberId, token, body, Deadline.in(TIMEOUT))));
    } catch (RuntimeException e) {
      log.debug("Message {} was not marked read: {}", messageId, e.getClass().getSimpleName());
    }
  }

  @Override
  public void destroy() {
    executor.shutdownNow();
  }
}
