package io.talaria.dev.whatsapp;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.http.MediaType;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The open pages; they hear of changes by server-sent events, in the order of the changes. */
@Component
class Audience {
  private final List<SseEmitter> emitters = new CopyOnWriteArrayList<>();
  private final ExecutorService voice =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("audience").factory());

  SseEmitter join() {
    SseEmitter emitter = new SseEmitter(0L);
    emitter.onCompletion(() -> emitters.remove(emitter));
    emitter.onError(e -> emitters.remove(emitter));
    emitters.add(emitter);
    tell("hello", "");
    return emitter;
  }

  /** Told from one thread of its own, so that a page that reads slowly never holds up a send. */
  void tell(String event, Object data) {
    if (!emitters.isEmpty() && !voice.isShutdown()) {
      voice.execute(() -> emitters.forEach(emitter -> tell(emitter, event, data)));
    }
  }

  /** A page that went away is noticed only by writing to it. */
  @Scheduled(fixedRate = 15_000)
  void keepAlive() {
    tell("hello", "");
  }

  private void tell(SseEmitter emitter, String event, Object data) {
    try {
      emitter.send(SseEmitter.event().name(event).data(data, MediaType.APPLICATION_JSON));
    } catch (IOException | IllegalStateException e) {
      emitters.remove(emitter);
    }
  }

  @PreDestroy
  void close() {
    voice.shutdown();
    emitters.forEach(SseEmitter::complete);
  }
}
