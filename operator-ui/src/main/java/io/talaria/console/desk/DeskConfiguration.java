package io.talaria.console.desk;

import io.talaria.seal.Seal;
import io.talaria.seal.SealCodec;
import io.temporal.common.converter.DataConverter;
import io.temporal.serviceclient.GrpcCompression;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.spring.boot.TemporalOptionsCustomizer;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the console speaks with Temporal: payloads sealed, every call with a deadline. */
@Configuration(proxyBeanMethods = false)
class DeskConfiguration {
  @Bean
  DataConverter sealedPayloads(Seal seal) {
    return SealCodec.dataConverter(seal);
  }

  @Bean
  TemporalOptionsCustomizer<WorkflowServiceStubsOptions.Builder> deadlines() {
    return stubs ->
        stubs
            .setGrpcCompression(GrpcCompression.NONE)
            .setRpcTimeout(Duration.ofSeconds(5))
            .setRpcLongPollTimeout(Duration.ofSeconds(12));
  }
}
