package io.talaria.gateway;

import io.talaria.gateway.door.FakeDoor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Puts journeys that only listen where Temporal would be. */
@TestConfiguration(proxyBeanMethods = false)
public class Journeys {
  @Bean
  @Primary
  FakeDoor listening() {
    return new FakeDoor();
  }
}
