package io.talaria.journal.operator;

import org.hibernate.cfg.JdbcSettings;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/**
 * Operators and their links, by JPA. Only the console needs them: a message's way through gateway
 * and worker opens no persistence context.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan
@EntityScan
@EnableJpaRepositories
public class OperatorConfiguration {
  /**
   * Hibernate would log each refused statement itself, with the row that PostgreSQL quotes, and
   * rows are people's. The exception tells the caller, who decides what is news.
   */
  @Bean
  HibernatePropertiesCustomizer silentRefusals() {
    return properties -> properties.put(JdbcSettings.LOG_JDBC_ERRORS, false);
  }
}
