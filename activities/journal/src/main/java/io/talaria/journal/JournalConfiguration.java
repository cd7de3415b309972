package io.talaria.journal;

import io.talaria.seal.ClearSeal;
import io.talaria.seal.Seal;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/**
 * What gateway, worker and console import to read and write the journal. Plain JDBC; who signs
 * operators in imports {@link io.talaria.journal.operator.OperatorConfiguration} as well.
 */
@Configuration(proxyBeanMethods = false)
// Packages are pieces of the business and may use one word each in its own sense.
@ComponentScan(
    nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
    excludeFilters =
        @ComponentScan.Filter(
            type = FilterType.REGEX,
            pattern = "io\\.talaria\\.journal\\.operator\\..*"))
public class JournalConfiguration {
  /** Clear text behind a version byte; real keys replace this bean and none of its callers. */
  @Bean
  Seal seal() {
    return new ClearSeal();
  }
}
