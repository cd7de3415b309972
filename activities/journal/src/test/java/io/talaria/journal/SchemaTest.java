package io.talaria.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(classes = SchemaTest.App.class)
class SchemaTest {
  @EnableAutoConfiguration
  @Import(JournalConfiguration.class)
  static class App {}

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    TestDatabase.register(properties);
  }

  @Autowired JdbcClient jdbc;

  @Test
  void every_table_of_ours_belongs_to_an_account() {
    var without =
        jdbc.sql(
                """
                select table_name from information_schema.tables t
                where table_schema = 'public' and table_name not in ('account', 'flyway_schema_history')
                  and not exists (select 1 from information_schema.columns c
                                  where c.table_name = t.table_name and c.column_name = 'account_id')
                """)
            .query(String.class)
            .list();
    assertThat(without).isEmpty();
  }
}
