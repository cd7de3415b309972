package io.talaria.gateway.door;

import io.talaria.seal.Seal;
import io.talaria.seal.SealCodec;
import io.temporal.common.converter.DataConverter;
import io.temporal.serviceclient.GrpcCompression;
import io.temporal.serviceclient.RpcRetryOptions;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.spring.boot.TemporalOptionsCustomizer;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How this process talks to Temporal: sealed, and never for long. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RunSettings.class)
public class TemporalSettings {
  /** Long enough for a busy cluster, short against a lease. */
  private static final Duration DEADLINE = Duration.ofSeconds(4);

  @Bean
  DataConverter dataConverter(Seal seal) {
    return SealCodec.dataConverter(seal);
  }

  /**
   * The SDK would retry for a minute; here the journal is what remembers. Nor is anything
   * compressed, as in the worker.
   */
  @Bean
  TemporalOptionsCustomizer<WorkflowServiceStubsOptions.Builder> deadlines() {
    return options ->
        options
            .setGrpcCompression(GrpcCompression.NONE)
            .setRpcTimeout(DEADLINE)
            .setSystemInfoTimeout(DEADLINE)
            .setRpcRetryOptions(
                RpcRetryOptions.newBuilder()
                    .setInitialInterval(Duration.ofMillis(100))
                    .setExpiration(DEADLINE)
                    .validateBuildWithDefaults());
  }
}
