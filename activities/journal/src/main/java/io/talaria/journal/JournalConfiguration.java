package io.talaria.journal;

import io.talaria.seal.ClearSeal;
import io.talaria.seal.Seal;
import org.hibernate.cfg.JdbcSettings;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/** What gateway, worker and console import to read and write the journal. */
@Configuration(proxyBeanMethods = false)
// Packages are pieces of the business and may use one word each in its own sense.
@ComponentScan(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@EntityScan
@EnableJpaRepositories
public class JournalConfiguration {
  /** Clear text behind a version byte; real keys replace this bean and none of its callers. */
  @Bean
  Seal seal() {
    return new ClearSeal();
  }

  /**
   * Hibernate would log each refused statement itself, with the row that PostgreSQL quotes, and
   * rows are people's. The exception tells the caller, who decides what is news.
   */
  @Bean
  HibernatePropertiesCustomizer silentRefusals() {
    return properties -> properties.put(JdbcSettings.LOG_JDBC_ERRORS, false);
  }
}
