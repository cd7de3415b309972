package io.talaria.worker.media;

import io.talaria.journal.media.Media;
import io.talaria.journal.media.Media.Waiting;
import io.talaria.worker.media.Outcome.Gone;
import io.talaria.worker.media.Outcome.Later;
import io.talaria.worker.media.Outcome.Refused;
import io.talaria.worker.media.Outcome.Stored;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks for files that are to be fetched; every worker does. A worker that dies in the middle
 * leaves its files to the others when its lease is over; fetched twice, a file is kept once.
 */
@Component
class Fetching implements DisposableBean {
  private static final Logger log = LoggerFactory.getLogger(Fetching.class);

  /** At once; a file goes through memory in pieces, so this bounds connections, not memory. */
  private static final int MOST = 4;

  /** Longer than an attempt takes: the look-up, the download, and what comes after. */
  private static final Duration BESIDES = Duration.ofSeconds(30);

  private final Media media;
  private final Fetch fetch;
  private final FetchSettings settings;
  private final Semaphore room = new Semaphore(MOST);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  Fetching(Media media, Fetch fetch, FetchSettings settings) {
    this.media = media;
    this.fetch = fetch;
    this.settings = settings;
  }

  @Scheduled(fixedDelayString = "${talaria.media.look-every:1s}")
  void look() {
    int free = room.drainPermits();
    int taken = 0;
    try {
      if (free > 0) {
        for (Waiting file : media.claim(free, settings.timeout().plus(BESIDES))) {
          taken++;
          threads.execute(() -> fetchOne(file));
        }
      }
    } catch (RuntimeException e) {
      log.warn("Files could not be looked for: {}", e.getClass().getSimpleName());
    } finally {
      room.release(free - taken);
    }
  }

  private void fetchOne(Waiting file) {
    try {
      settle(file, fetch.attempt(file));
    } catch (RuntimeException e) {
      log.warn("File {} is left to the next look: {}", file.id(), e.getClass().getSimpleName());
    } finally {
      room.release();
    }
  }

  private void settle(Waiting file, Outcome outcome) {
    switch (outcome) {
      case Stored stored -> media.stored(file.id(), stored.size(), stored.type());
      case Refused refused -> {
        media.refused(file.id(), refused.reason());
        log.warn("File {} is not kept: {}", file.id(), refused.reason());
      }
      case Gone gone -> {
        media.gone(file.id(), gone.reason());
        log.warn("File {} is lost: {}", file.id(), gone.reason());
      }
      case Later later -> {
        media.later(file.id(), Failures.pause(file.attempts()), later.reason());
        if (later.reason().equals(Failures.TOKEN)) {
          log.error(
              "Number {} may not fetch its files: WhatsApp refuses the access token",
              file.numberId());
        }
      }
    }
  }

  @Override
  public void destroy() {
    threads.shutdownNow();
  }
}
