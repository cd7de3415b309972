package io.talaria.dev.whatsapp;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.stereotype.Component;

/** Phones that answer by themselves: they tap the first choice, and answer open questions. */
@Component
class Scripts {
  /** Several bubbles may come; a person reads to the last one before answering. */
  private static final Duration READING = Duration.ofMillis(900);

  private final Map<String, Running> running = new ConcurrentHashMap<>();
  private final ExecutorService minds = Executors.newVirtualThreadPerTaskExecutor();
  private final Statuses statuses;

  Scripts(Statuses statuses) {
    this.statuses = statuses;
  }

  private static final class Running {
    final Script script;
    int answered;
    boolean silent;

    Running(Script script) {
      this.script = script;
    }
  }

  void begin(Phone phone, Script script, Network network) {
    running.put(phone.number, new Running(script));
    script.opening().forEach(text -> network.write(phone, text));
  }

  /** Somebody took the phone in hand. */
  void end(Phone phone) {
    running.remove(phone.number);
  }

  void received(Phone phone, Network network) {
    if (running.containsKey(phone.number)) {
      minds.execute(() -> consider(phone, network));
    }
  }

  private void consider(Phone phone, Network network) {
    Optional<Line> seen = phone.last();
    try {
      Thread.sleep(READING);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    Running mind = running.get(phone.number);
    Optional<Line> last = phone.last();
    if (mind == null || seen.isEmpty() || last.isEmpty()) {
      return;
    }
    boolean newest = seen.get().wamid().equals(last.get().wamid());
    if (newest && !last.get().fromCandidate() && asks(last.get())) {
      answer(phone, mind, last.get(), network);
    }
  }

  private void answer(Phone phone, Running mind, Line question, Network network) {
    synchronized (mind) {
      if (mind.silent) {
        return;
      }
      statuses.seen(phone);
      String lastWords = mind.script.lastWords();
      if (mind.answered < mind.script.answers()) {
        mind.answered++;
        if (question.choices().isEmpty()) {
          network.write(phone, CannedAnswers.to(question.text(), mind.script.language()));
        } else {
          network.tap(phone, question.wamid(), question.choices().getFirst().id());
        }
      } else {
        mind.silent = true;
        if (lastWords != null) {
          network.write(phone, lastWords);
        }
      }
    }
  }

  private static boolean asks(Line line) {
    return !line.choices().isEmpty() || line.text().contains("?");
  }

  @PreDestroy
  void close() {
    minds.shutdownNow();
  }
}
