package io.talaria.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.talaria.gateway.start.StartRefused;
import io.talaria.journal.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;

class StartTest {
  private static final String DATABASE = TestDatabase.newUrl();
  private static final String[] NUMBER = {
    "--talaria.whatsapp.numbers[0].phone-number-id=1",
    "--talaria.whatsapp.numbers[0].definition=tech-hiring"
  };

  @Test
  void a_missing_app_secret_stops_the_start_and_says_what_to_set() {
    assertThatThrownBy(start("--talaria.whatsapp.verify-token=t"))
        .rootCause()
        .hasMessageContaining("TALARIA_WHATSAPP_APP_SECRET");
  }

  @Test
  void a_missing_verify_token_stops_the_start_and_says_what_to_set() {
    assertThatThrownBy(start("--talaria.whatsapp.app-secret=s"))
        .rootCause()
        .hasMessageContaining("TALARIA_WHATSAPP_VERIFY_TOKEN");
  }

  @Test
  void a_gateway_without_numbers_does_not_start() {
    assertThatThrownBy(
            () ->
                SpringApplication.run(
                    GatewayApplication.class,
                    arguments(
                        List.of(
                            "--talaria.whatsapp.app-secret=s",
                            "--talaria.whatsapp.verify-token=t"))))
        .rootCause()
        .hasMessageContaining("TALARIA_WHATSAPP_NUMBERS_0_PHONENUMBERID");
  }

  @Test
  void the_demos_secrets_refuse_to_run_in_production() {
    assertThatThrownBy(start("--spring.profiles.active=demo,production"))
        .rootCause()
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("is the demo's");
  }

  @Test
  void the_demos_api_key_refuses_to_run_in_production_beside_secrets_of_ones_own() {
    assertThatThrownBy(
            start(
                "--spring.profiles.active=demo,production",
                "--talaria.whatsapp.app-secret=s",
                "--talaria.whatsapp.verify-token=t"))
        .rootCause()
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("talaria.api.clients[].key-sha256");
  }

  @Test
  void an_api_key_instead_of_its_hash_stops_the_start_and_says_how_to_make_one() {
    assertThatThrownBy(
            start(
                "--talaria.whatsapp.app-secret=s",
                "--talaria.whatsapp.verify-token=t",
                "--talaria.api.clients[0].name=job-board",
                "--talaria.api.clients[0].key-sha256=the-key-itself"))
        .rootCause()
        .hasMessageContaining("sha256sum");
  }

  @Test
  void a_number_of_an_account_that_is_not_there_stops_the_start() {
    assertThatThrownBy(
            start(
                "--talaria.whatsapp.app-secret=s",
                "--talaria.whatsapp.verify-token=t",
                "--talaria.whatsapp.numbers[0].account=11111111-2222-3333-4444-555555555555"))
        .rootCause()
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("11111111-2222-3333-4444-555555555555");
  }

  @Test
  void the_demo_starts_without_an_engine() {
    try (var app =
        SpringApplication.run(
            GatewayApplication.class, arguments(List.of("--spring.profiles.active=demo")))) {
      assertThat(app.isRunning()).isTrue();
    }
  }

  private static ThrowingCallable start(String... settings) {
    List<String> all = new ArrayList<>(List.of(NUMBER));
    all.addAll(List.of(settings));
    return () -> SpringApplication.run(GatewayApplication.class, arguments(all)).close();
  }

  private static String[] arguments(List<String> settings) {
    List<String> all = new ArrayList<>(settings);
    all.add("--server.port=0");
    all.add("--spring.datasource.url=" + DATABASE);
    all.add("--spring.datasource.username=postgres");
    all.add("--spring.datasource.password=postgres");
    return all.toArray(String[]::new);
  }
}
