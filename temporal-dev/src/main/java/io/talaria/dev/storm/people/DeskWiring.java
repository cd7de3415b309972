package io.talaria.dev.storm.people;

import io.talaria.seal.ClearSeal;
import io.talaria.seal.Seal;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/**
 * What the journal's classes need of Spring. Registered by hand: the simulators, which scan this
 * jar, must not find it.
 */
@EnableTransactionManagement
final class DeskWiring {
  @Bean
  static JdbcTemplate template(DataSource source) {
    return new JdbcTemplate(source);
  }

  @Bean
  static JdbcClient jdbc(JdbcTemplate template) {
    return JdbcClient.create(template);
  }

  @Bean
  static Seal seal() {
    return new ClearSeal();
  }

  @Bean
  static PlatformTransactionManager transactions(DataSource source) {
    return new JdbcTransactionManager(source);
  }
}
