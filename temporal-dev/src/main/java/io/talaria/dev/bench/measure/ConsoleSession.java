package io.talaria.dev.bench.measure;

import io.talaria.dev.bench.browser.Chromium;
import io.talaria.dev.bench.browser.Window;

/** A recruiter of the demo, signed in, in a real browser. */
final class ConsoleSession {
  private final Window window;
  private final String console;

  private ConsoleSession(Window window, String console) {
    this.window = window;
    this.console = console;
  }

  /** Signs in and waits for the queue. */
  static ConsoleSession open(Chromium browser, String console) throws InterruptedException {
    Window window = browser.open(console + "/login");
    window.await("document.querySelector('form.login vaadin-password-field input')");
    window.run(
        """
        (() => {
          const form = document.querySelector('form.login');
          form.querySelector('vaadin-email-field').value = 'camila@demo.talaria.example';
          form.querySelector('vaadin-password-field').value = 'demo-talaria';
          setTimeout(() => form.requestSubmit(), 200);
        })()""");
    window.await("location.pathname.startsWith('/inbox') && document.querySelector('h1, h2')");
    return new ConsoleSession(window, console);
  }

  /** Opens a conversation and notes from now on when words like {@code mark-7} become visible. */
  void watch(String candidateId) throws InterruptedException {
    window.go(console + "/inbox/" + candidateId);
    window.await(
        "location.pathname.endsWith('" + candidateId + "') && document.querySelector('.talk')");
    window.run(
        """
        (() => {
          window.seenMarks = {};
          const note = () => {
            const now = performance.timeOrigin + performance.now();
            for (const [mark] of document.querySelector('.talk').textContent.matchAll(/mark-\\d+/g)) {
              window.seenMarks[mark] ??= now;
            }
          };
          new MutationObserver(note).observe(document.body, {childList: true, subtree: true, characterData: true});
        })()""");
  }

  /** What the conversation shows, for whoever wonders why a mark was not seen. */
  String words() {
    return window.run("document.querySelector('.talk')?.textContent ?? document.body.innerText").asString("");
  }

  /** When a mark became visible, in milliseconds since 1970; 0 when it hasn't. */
  double seen(int mark) {
    return window.run("(window.seenMarks || {})['mark-" + mark + "'] || 0").asDouble(0);
  }
}
