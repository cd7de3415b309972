package io.talaria.journal.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RecountTest {
  private final Recount<String, Integer> recount = new Recount<>();
  private final AtomicInteger counts = new AtomicInteger();

  @Test
  void whoever_asks_gets_a_count_that_began_afterwards() {
    var world = new AtomicInteger(1);
    assertThat(recount.of("a", world::get)).isEqualTo(1);
    world.set(2);
    assertThat(recount.of("a", world::get)).isEqualTo(2);
  }

  @Test
  void all_who_asked_before_a_count_began_share_it() throws InterruptedException {
    var counting = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    try (ExecutorService pages = Executors.newVirtualThreadPerTaskExecutor()) {
      var asked = new ArrayList<CompletableFuture<Integer>>();
      asked.add(ask(pages, counting, go));
      counting.await();
      // These ask while one is under way, which may have missed what they know of.
      for (int n = 0; n < 20; n++) {
        asked.add(ask(pages, counting, go));
      }
      go.countDown();
      asked.forEach(CompletableFuture::join);
    }
    // Mostly two. A page that is slow to ask may find the second one begun and get a third.
    assertThat(counts.get()).isBetween(2, 3);
  }

  @Test
  void a_count_that_takes_long_is_rarely_made() {
    long begun = System.nanoTime();
    for (int n = 0; n < 3; n++) {
      recount.of("a", () -> counted(Duration.ofMillis(20)));
    }
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(700));
  }

  @Test
  void a_count_that_fails_is_made_again_and_others_are_not_held_up() {
    assertThat(CompletableFuture.supplyAsync(() -> recount.of("a", () -> 1 / counts.get())))
        .failsWithin(Duration.ofSeconds(5));
    assertThat(recount.of("a", counts::incrementAndGet)).isEqualTo(1);
    assertThat(recount.of("b", () -> 7)).isEqualTo(7);
  }

  private CompletableFuture<Integer> ask(
      ExecutorService pages, CountDownLatch counting, CountDownLatch go) {
    return CompletableFuture.supplyAsync(
        () ->
            recount.of(
                "a",
                () -> {
                  counting.countDown();
                  await(go);
                  return counts.incrementAndGet();
                }),
        pages);
  }

  private int counted(Duration takes) {
    try {
      Thread.sleep(takes);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return counts.incrementAndGet();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
