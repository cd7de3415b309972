package io.talaria.dev.storm.bot;

import io.talaria.dev.storm.sweep.ImpatientSweeper;
import io.talaria.port.Bot;
import io.talaria.port.Channel;
import io.talaria.port.Delivered;
import io.talaria.port.Delivery;
import io.talaria.port.Proposal;
import io.talaria.port.Turn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.aop.MethodBeforeAdvice;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Lets a worker's bot take 0 to 300 ms, and its sends 0 to 100 ms before they ask the journal and 0
 * to 100 ms between their row and the call, so that something is always in flight when a process
 * dies, and a send that has still to ask, or to call, when it freezes. Of the former it tells the
 * storm. A bean of the worker only in a storm, which starts the worker with this class as a further
 * source; the product has no switch for it.
 */
public final class HesitantWorker implements BeanPostProcessor {
  /**
   * Variable with the file in which the candidate stands for whom the bot has begun a reply, and
   * asks the journal next whether it may go on.
   */
  public static final String ASKS_NEXT = "STORM_ASKS_NEXT";

  private static final int LONGEST_TURN = 300;
  private static final int LONGEST_BEFORE_A_SEND = 100;
  private static final int LONGEST_BEFORE_A_CALL = 100;

  /** The worker's bean that calls WhatsApp, which has no interface. */
  private static final String CALLER = "graphClient";

  private final ImpatientSweeper impatient = new ImpatientSweeper();

  /** Made by the worker's context. */
  public HesitantWorker() {
    System.getLogger(HesitantWorker.class.getName())
        .log(System.Logger.Level.INFO, "The bot and the sends of this worker take their time");
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return switch (bean) {
      case Bot quick -> new HesitantBot(quick);
      case Channel quick -> new HesitantChannel(quick, Path.of(System.getenv(ASKS_NEXT)));
      default ->
          name.equals(CALLER)
              ? hesitantCaller(bean)
              : impatient.postProcessAfterInitialization(bean, name);
    };
  }

  private static Object hesitantCaller(Object quick) {
    var proxy = new ProxyFactory(quick);
    proxy.setProxyTargetClass(true);
    proxy.addAdvice(
        (MethodBeforeAdvice) (method, arguments, target) -> hesitate(LONGEST_BEFORE_A_CALL));
    return proxy.getProxy();
  }

  private static void hesitate(int longestMillis) {
    try {
      Thread.sleep(ThreadLocalRandom.current().nextInt(longestMillis));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private record HesitantBot(Bot quick) implements Bot {
    @Override
    public Proposal propose(Turn turn) {
      hesitate(LONGEST_TURN);
      return quick.propose(turn);
    }
  }

  private record HesitantChannel(Channel quick, Path asksNext) implements Channel {
    @Override
    public Delivered deliver(Delivery delivery) {
      beforeItAsks(delivery);
      return quick.deliver(delivery);
    }

    @Override
    public Delivered send(Delivery delivery) {
      beforeItAsks(delivery);
      return quick.send(delivery);
    }

    private void beforeItAsks(Delivery delivery) {
      // A turn's first bubble is held back by whatever the journal knows that its run doesn't.
      if (delivery.author() == Delivery.Author.BOT && delivery.position() > 0) {
        tell(delivery.candidateId().toString());
      }
      hesitate(LONGEST_BEFORE_A_SEND);
    }

    private void tell(String candidate) {
      try {
        Files.writeString(asksNext, candidate);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
