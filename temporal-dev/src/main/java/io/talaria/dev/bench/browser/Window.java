package io.talaria.dev.bench.browser;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** One page of one person. */
public final class Window {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Chromium browser;
  private final String session;

  Window(Chromium browser, String session) {
    this.browser = browser;
    this.session = session;
  }

  /** The value of a script that ran in the page. */
  public JsonNode run(String script) {
    JsonNode answer =
        browser.ask(
            "Runtime.evaluate",
            Map.of("expression", script, "returnByValue", true, "awaitPromise", true),
            session);
    if (answer.has("exceptionDetails")) {
      throw new IllegalStateException(
          "A script failed in the page: " + answer.path("exceptionDetails"));
    }
    return answer.path("result").path("value");
  }

  public void go(String url) {
    browser.ask("Page.navigate", Map.of("url", url), session);
  }

  /** Waits until a script is true; a page that is just being left has no values. */
  public void await(String script) throws InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (!holds(script)) {
      if (Instant.now().isAfter(end)) {
        throw new IllegalStateException(
            "The page did not come to: " + script + "; it is " + run("location.href"));
      }
      Thread.sleep(100);
    }
  }

  private boolean holds(String script) {
    try {
      return run("!!(" + script + ")").asBoolean(false);
    } catch (IllegalStateException e) {
      return false;
    }
  }
}
