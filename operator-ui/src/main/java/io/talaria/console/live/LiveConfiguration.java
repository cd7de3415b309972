package io.talaria.console.live;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Threads for what pages wait for: mostly idle, so virtual ones. */
@Configuration(proxyBeanMethods = false)
class LiveConfiguration {
  @Bean(destroyMethod = "close")
  ExecutorService pageThreads() {
    return Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("page-", 0).factory());
  }

  @Bean
  Background background(ExecutorService pageThreads) {
    return new Background(pageThreads);
  }
}
