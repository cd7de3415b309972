package io.talaria.dev.up;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The candidates of the demo. They exist as simulated phones that write through the webhook like
 * anybody else; some have been silent for hours, because their clocks are behind.
 */
final class Cast {
  private static final List<Person> PEOPLE =
      List.of(
          person("+55 11 90000-0101", "Nina Silveira", "pt", 0, 2, "Quero falar com uma pessoa"),
          person("+55 11 90000-0102", "Caio Tavares", "pt", hours(2), 2, null),
          person("+55 21 90000-0103", "Luana Queiroz", "pt", hours(24) - 3, 1, null),
          person("+52 55 5000 0104", "Diego Salazar", "es", hours(6), 3, null),
          person("+1 202 555 0105", "Mia Whitfield", "en", hours(20), 4, null),
          person("+55 31 90000-0106", "Kelly Nakamura", "pt", 0, 5, null),
          person("+55 41 90000-0107", "Bruno Sá", "pt", 0, 1, "PARAR"),
          person("+351 910 000 108", "Inês Carvalho", "pt", hours(30), 0, null),
          person("+34 600 000 109", "Lucía Ferrer", "es", 0, 60, null),
          person("+52 55 5000 0110", "Mateo Rivas", "es", hours(24) - 3, 6, null),
          person("+1 202 555 0111", "Grace Okafor", "en", 0, 2, null),
          person("+351 910 000 112", "Tomás Azevedo", "pt", hours(2), 7, null));

  private static final Map<String, List<String>> OPENINGS =
      Map.of(
          "pt", List.of("Oi! Vi a vaga de backend, ainda dá tempo?"),
          "es", List.of("Hola, vi la vacante en Instagram"),
          "en", List.of("Hi, is the backend role remote friendly?"));

  private final JsonMapper json = JsonMapper.shared();
  private final HttpClient http = HttpClient.newHttpClient();
  private final int simulators;
  private final double scale;

  /**
   * @param hour how long an hour lasts; silences shrink with it
   */
  Cast(int simulators, @Nullable Duration hour) {
    this.simulators = simulators;
    this.scale = hour == null ? 1 : (double) hour.toMillis() / Duration.ofHours(1).toMillis();
  }

  private record Person(
      String number,
      String name,
      String language,
      int behindMinutes,
      int answers,
      @Nullable String lastWords) {}

  /** Their first messages leave; the rest of the conversations goes on by itself. */
  void enter() {
    PEOPLE.forEach(person -> post(phone(person, true)));
  }

  /** The simulators are new, the candidates are known already: one may go on chatting as them. */
  void comeBack() {
    PEOPLE.forEach(person -> post(phone(person, false)));
  }

  private Map<String, Object> phone(Person person, boolean opens) {
    Map<String, Object> phone = new LinkedHashMap<>();
    phone.put("number", person.number());
    phone.put("name", person.name());
    if (opens) {
      long millis = (long) (Duration.ofMinutes(person.behindMinutes()).toMillis() * scale);
      phone.put("behind", Duration.ofMillis(millis).toString());
      Map<String, Object> script = new LinkedHashMap<>();
      script.put("language", person.language());
      script.put("opening", OPENINGS.getOrDefault(person.language(), List.of("Hi")));
      script.put("answers", person.answers());
      script.put("lastWords", person.lastWords());
      phone.put("script", script);
    } else {
      phone.put("returning", true);
    }
    return phone;
  }

  private void post(Map<String, Object> phone) {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + simulators + "/simulator/whatsapp/phones"))
            .timeout(Duration.ofSeconds(10))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(phone)))
            .build();
    try {
      var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new StartFailure("The simulators refused a demo candidate: " + answer.body());
      }
    } catch (IOException e) {
      throw new StartFailure("The simulators do not answer: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Person person(
      String number, String name, String language, int behind, int answers, @Nullable String last) {
    return new Person(number, name, language, behind, answers, last);
  }

  private static int hours(int hours) {
    return hours * 60;
  }
}
