package io.talaria.dev.storm.bot;

import io.talaria.port.Bot;
import io.talaria.port.Proposal;
import io.talaria.port.Turn;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Lets a worker's bot take 0 to 300 ms, so that something is always in flight when a process dies.
 * A bean of the worker only in a storm, which starts the worker with this class as a further
 * source; the product has no switch for it.
 */
public final class HesitantBot implements BeanPostProcessor {
  private static final int LONGEST_MILLIS = 300;

  /** Made by the worker's context. */
  public HesitantBot() {
    System.getLogger(HesitantBot.class.getName())
        .log(System.Logger.Level.INFO, "The bot of this worker takes its time");
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof Bot quick ? new Hesitant(quick) : bean;
  }

  private record Hesitant(Bot quick) implements Bot {
    @Override
    public Proposal propose(Turn turn) {
      try {
        Thread.sleep(ThreadLocalRandom.current().nextInt(LONGEST_MILLIS));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return quick.propose(turn);
    }
  }
}
