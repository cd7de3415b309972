package io.talaria.worker;

import io.talaria.seal.Seal;
import io.talaria.seal.SealCodec;
import io.temporal.common.converter.DataConverter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the client of the engine needs of us. */
@Configuration(proxyBeanMethods = false)
class TemporalClient {
  /** Every payload passes the seal with its candidate's key. */
  @Bean
  DataConverter dataConverter(Seal seal) {
    return SealCodec.dataConverter(seal);
  }
}
