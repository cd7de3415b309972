package io.talaria.dev.up;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;

/** The jobs of the demo, imported through the gateway's API as a client would. */
final class DemoListings {
  private static final String KEY = "demo-api-key";

  private final int gateway;

  DemoListings(int gateway) {
    this.gateway = gateway;
  }

  /**
   * Imports {@code temporal-dev/listings.csv}. A start that has keys of its own goes on without.
   *
   * @param project the root of the sources
   */
  void offer(Path project) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(
                  URI.create(
                      "http://127.0.0.1:" + gateway + "/api/v1/listings/import?name=listings.csv"))
              .timeout(Duration.ofSeconds(20))
              .header("Authorization", "Bearer " + KEY)
              .POST(
                  HttpRequest.BodyPublishers.ofFile(
                      project.resolve("temporal-dev").resolve("listings.csv")))
              .build();
      var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 202) {
        System.err.println("The demo's job listings were not imported: " + answer.body());
      }
    } catch (IOException e) {
      System.err.println("The demo's job listings were not imported: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
