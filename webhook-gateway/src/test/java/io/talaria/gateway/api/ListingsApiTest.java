package io.talaria.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.gateway.GatewayScenario;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ListingsApiTest extends GatewayScenario {
  private static final String BASE = "/api/v1/listings";
  private static final String KEY = "Bearer secret";
  private final JsonMapper json = JsonMapper.builder().build();

  @BeforeEach
  void noListings() {
    jdbc.sql("truncate job_listing, listing_import, listing_import_row, listing_word").update();
  }

  @Test
  void nobody_without_a_known_key_reads_or_writes() {
    for (String key :
        new String[] {"", "Bearer", "Bearer other", "Basic secret", "Bearer secret2"}) {
      for (String method : new String[] {"PUT", "DELETE", "POST", "GET"}) {
        String path =
            switch (method) {
              case "POST" -> "/import";
              case "GET" -> "/imports/00000000-0000-0000-0000-000000000009";
              default -> "/A1";
            };
        var answer = call(method, path, "{\"title\":\"a\"}", key);
        assertThat(answer.statusCode()).as(method + " " + key).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(answer.headers().firstValue("Content-Type"))
            .contains("application/problem+json");
      }
    }
    assertThat(count("select count(*) from job_listing")).isZero();
  }

  @Test
  void a_listing_is_put_changed_and_closed_and_the_same_again_changes_nothing() {
    String body = "{\"title\":\"Vendedor\",\"city\":\"Campinas\",\"shifts\":[\"manhã\",\"noite\"]}";
    assertThat(call("PUT", "/A1", body, KEY).statusCode()).isEqualTo(201);
    assertThat(call("PUT", "/A1", body, KEY).body()).contains("UNCHANGED");
    assertThat(call("PUT", "/A1", body.replace("Campinas", "Santos"), KEY).body())
        .contains("CHANGED");
    assertThat(row("select city, shifts::text from job_listing"))
        .containsEntry("city", "Santos")
        .containsEntry("shifts", "{MORNING,NIGHT}");
    assertThat(call("DELETE", "/A1", "", KEY).statusCode()).isEqualTo(204);
    assertThat(call("DELETE", "/A1", "", KEY).statusCode()).isEqualTo(204);
    assertThat(call("DELETE", "/B2", "", KEY).statusCode()).isEqualTo(404);
    assertThat(count("select count(*) from job_listing where closed_at is null")).isZero();
  }

  @Test
  void a_listing_that_cannot_be_used_is_refused_with_what_to_do() {
    var unknown = call("PUT", "/A1", "{\"titel\":\"a\"}", KEY);
    assertThat(unknown.statusCode()).isEqualTo(422);
    assertThat(unknown.body()).contains("did you mean 'title'?", "\"code\":\"column\"");
    assertThat(call("PUT", "/A1", "{\"title\":\"a\",\"shifts\":\"lunch\"}", KEY).body())
        .contains("expected one of: morning");
    assertThat(call("PUT", "/A1", "{\"title\":", KEY).statusCode()).isEqualTo(400);
    assertThat(call("PUT", "/A1", "[1]", KEY).statusCode()).isEqualTo(400);
    assertThat(call("PUT", "/A1", "", KEY).statusCode()).isEqualTo(400);
    assertThat(call("PUT", "/A1", "{\"title\":{\"x\":1}}", KEY).statusCode()).isEqualTo(400);
    String long_ = "{\"title\":\"" + "x".repeat(70_000) + "\"}";
    assertThat(call("PUT", "/A1", long_, KEY).statusCode()).isEqualTo(413);
    assertThat(count("select count(*) from job_listing")).isZero();
  }

  @Test
  void a_file_is_imported_beside_the_answer_and_its_report_is_paged() {
    String file = "id;título;turno\n1;Vendedor;noite\n2;;\n3;Caixa;lua\n";
    var answer = call("POST", "/import?name=vagas.csv", file, KEY);
    assertThat(answer.statusCode()).isEqualTo(202);
    String status = answer.headers().firstValue("Location").orElseThrow().substring(BASE.length());
    soon(() -> assertThat(read(status).path("state").asString()).isEqualTo("DONE"));
    JsonNode report = read(status);
    assertThat(report.path("file").asString()).isEqualTo("vagas.csv");
    assertThat(report.path("created").asInt()).isEqualTo(1);
    assertThat(report.path("refused").asInt()).isEqualTo(2);
    assertThat(report.at("/report/0/line").asInt()).isEqualTo(3);
    assertThat(report.at("/report/0/problem/detail").asString())
        .isEqualTo("'title' is empty; every listing needs one");
    JsonNode page = read(status + "?rows=all&limit=2");
    assertThat(page.path("report").size()).isEqualTo(2);
    JsonNode last = read(status + "?rows=all&limit=2&after=" + page.path("next").asInt());
    assertThat(last.at("/report/0/reference").asString()).isEqualTo("3");
    assertThat(last.path("next").isNull()).isTrue();
  }

  @Test
  void a_file_that_is_too_large_is_refused_and_one_that_is_no_csv_says_so_in_its_report() {
    assertThat(call("POST", "/import", "x".repeat(200_000), KEY).statusCode()).isEqualTo(413);
    var answer = call("POST", "/import", "titel\na\n", KEY);
    String status = answer.headers().firstValue("Location").orElseThrow().substring(BASE.length());
    soon(() -> assertThat(read(status).path("state").asString()).isEqualTo("FAILED"));
    assertThat(read(status).at("/problem/detail").asString()).contains("did you mean 'title'?");
  }

  @Test
  void an_import_that_nobody_made_is_not_found() {
    assertThat(call("GET", "/imports/00000000-0000-0000-0000-000000000009", "", KEY).statusCode())
        .isEqualTo(404);
    assertThat(call("GET", "/imports/nonsense", "", KEY).statusCode()).isEqualTo(400);
  }

  private JsonNode read(String path) {
    return json.readTree(call("GET", path, "", KEY).body());
  }

  private HttpResponse<String> call(String method, String path, String body, String key) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(BASE + path))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!key.isEmpty()) {
      request.header("Authorization", key);
    }
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
