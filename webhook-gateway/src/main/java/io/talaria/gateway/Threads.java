package io.talaria.gateway;

import io.talaria.gateway.door.Forwarder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.transaction.TransactionException;

/**
 * Who works besides the requests. Recording and signalling have threads of their own, so that an
 * engine that is away never keeps messages from being recorded and shown.
 */
@Configuration(proxyBeanMethods = false)
class Threads {
  private static final Logger log = LoggerFactory.getLogger(Threads.class);

  /** Few, so that inserting what comes in always finds a database connection. */
  @Bean
  ThreadPoolTaskExecutor recording() {
    return pool("record-", 6);
  }

  /**
   * Each waits for its journey's step. About as many as one worker does at once; what doesn't fit
   * waits in the journal.
   */
  @Bean
  ThreadPoolTaskExecutor forwarding() {
    ThreadPoolTaskExecutor pool = pool("forward-", 48);
    pool.setQueueCapacity(Forwarder.MOST_WAITING);
    pool.setThreadFactory(Thread.ofVirtual().name("forward-", 0).factory());
    return pool;
  }

  /** Two files at once, and none waits: who sends a third is told to come again. */
  @Bean
  ThreadPoolTaskExecutor importing() {
    ThreadPoolTaskExecutor pool = pool("import-", 2);
    pool.setQueueCapacity(0);
    return pool;
  }

  /** The sweepers; a slow one holds up no other. */
  @Bean
  ThreadPoolTaskScheduler taskScheduler() {
    ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
    scheduler.setPoolSize(8);
    scheduler.setThreadNamePrefix("sweep-");
    scheduler.setWaitForTasksToCompleteOnShutdown(true);
    scheduler.setAwaitTerminationSeconds(10);
    scheduler.setErrorHandler(Threads::missed);
    return scheduler;
  }

  /** What doesn't fit is left to the sweepers: nothing waits for these threads. */
  private static ThreadPoolTaskExecutor pool(String name, int threads) {
    ThreadPoolTaskExecutor pool = new ThreadPoolTaskExecutor();
    pool.setCorePoolSize(threads);
    pool.setMaxPoolSize(threads);
    pool.setQueueCapacity(2_000);
    pool.setThreadNamePrefix(name);
    pool.setWaitForTasksToCompleteOnShutdown(true);
    pool.setAwaitTerminationSeconds(15);
    return pool;
  }

  /** A sweep that failed comes again; a journal that is away is worth one line, not a trace. */
  private static void missed(Throwable failure) {
    if (failure instanceof DataAccessException || failure instanceof TransactionException) {
      log.warn(
          "The journal did not answer a sweep ({}); it goes on",
          failure.getClass().getSimpleName());
    } else {
      log.error("A sweep failed; it goes on", failure);
    }
  }
}
