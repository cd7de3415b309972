package io.talaria.worker.media;

import io.talaria.journal.media.Media.Waiting;
import io.talaria.worker.media.MediaClient.Answer;
import io.talaria.worker.media.Outcome.Later;
import io.talaria.worker.media.Outcome.Refused;
import io.talaria.worker.whatsapp.WhatsAppSettings;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One attempt to fetch a file: asks WhatsApp where it is, since that address lives five minutes
 * only, and takes it from there.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/reference/media">Media</a>
 */
@Component
class Fetch {
  private static final Duration LOOK_UP = Duration.ofSeconds(10);
  private static final int LARGEST_ANSWER = 64 * 1024;
  private static final int OK = 200;

  private final WhatsAppSettings whatsApp;
  private final FetchSettings settings;
  private final MediaClient client;
  private final Keeping keeping;
  private final JsonMapper json = JsonMapper.builder().build();

  Fetch(WhatsAppSettings whatsApp, FetchSettings settings, MediaClient client, Keeping keeping) {
    this.whatsApp = whatsApp;
    this.settings = settings;
    this.client = client;
    this.keeping = keeping;
  }

  Outcome attempt(Waiting file) {
    Outcome outcome =
        whatsApp
            .token(file.numberId())
            .map(token -> lookUp(file, token))
            .orElse(new Later(Failures.UNKNOWN_NUMBER));
    return outcome instanceof Later later ? Failures.inTime(later, file.age()) : outcome;
  }

  private Outcome lookUp(Waiting file, String token) {
    try (Answer answer = client.get(address(file), token, LOOK_UP)) {
      JsonNode body = parsed(answer.body());
      if (answer.status() != OK) {
        return Failures.of(answer.status(), body, file.attempts());
      }
      if (body.path("file_size").asLong(0) > settings.largest(file.kind())) {
        return new Refused(Failures.TOO_LARGE);
      }
      Optional<URI> url = url(body);
      if (url.isEmpty()) {
        return new Later(Failures.AWAY);
      }
      return mayHaveToken(url.get()) ? download(file, url.get(), token) : new Later(Failures.HOST);
    } catch (IOException e) {
      return new Later(Failures.AWAY);
    }
  }

  private Outcome download(Waiting file, URI url, String token) throws IOException {
    try (Answer answer = client.get(url, token, settings.timeout())) {
      if (answer.status() == OK) {
        return keeping.keep(file, answer.body(), settings.largest(file.kind()));
      }
      // The look-up just named this address: what it says of the file doesn't count.
      return Failures.of(answer.status(), json.createObjectNode(), 0);
    }
  }

  private URI address(Waiting file) {
    String base = whatsApp.graphBaseUrl().toString().replaceAll("/+$", "");
    return UriComponentsBuilder.fromUriString(base)
        .pathSegment(whatsApp.apiVersion(), file.whatsappId())
        .queryParam("phone_number_id", "{number}")
        .encode()
        .buildAndExpand(file.numberId())
        .toUri();
  }

  /** Only over TLS, and to WhatsApp's hosts; or where the Graph API itself is. */
  private boolean mayHaveToken(URI url) {
    URI graph = whatsApp.graphBaseUrl();
    String host = url.getHost() == null ? "" : url.getHost().toLowerCase(Locale.ROOT);
    if (host.equalsIgnoreCase(graph.getHost())
        && url.getPort() == graph.getPort()
        && graph.getScheme().equals(url.getScheme())) {
      return true;
    }
    return "https".equals(url.getScheme())
        && settings.hosts().stream().anyMatch(end -> host.equals(end) || host.endsWith("." + end));
  }

  private static Optional<URI> url(JsonNode body) {
    try {
      return Optional.of(body.path("url").asString(""))
          .filter(url -> !url.isBlank())
          .map(URI::create);
    } catch (IllegalArgumentException notOne) {
      return Optional.empty();
    }
  }

  private JsonNode parsed(InputStream body) throws IOException {
    byte[] bytes = body.readNBytes(LARGEST_ANSWER);
    try {
      return json.readTree(new String(bytes, StandardCharsets.UTF_8));
    } catch (JacksonException notJson) {
      return json.createObjectNode();
    }
  }
}
