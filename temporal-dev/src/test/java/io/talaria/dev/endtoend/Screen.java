package io.talaria.dev.endtoend;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A browser for one test class. */
final class Screen implements AutoCloseable {
  private static final Path PICTURES = Path.of("target/screenshots");

  private final Playwright playwright;
  private final Browser browser;
  private final List<String> complaints = new ArrayList<>();
  private final List<Page> pages = new ArrayList<>();

  Screen() {
    Map<String, String> environment = new HashMap<>(System.getenv());
    String chromium = System.getenv("TALARIA_CHROMIUM");
    var options =
        new BrowserType.LaunchOptions()
            .setArgs(
                List.of(
                    "--no-sandbox",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync"));
    if (chromium != null) {
      environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
      options.setExecutablePath(Path.of(chromium));
    }
    playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
    browser = playwright.chromium().launch(options);
  }

  /** A page of a person of their own: cookies are not shared with other pages. */
  Page page() {
    return page(1440, 900);
  }

  /** The same as wide as a phone. */
  Page narrowPage() {
    return page(390, 844);
  }

  private Page page(int width, int height) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setLocale("en-GB")
                .setTimezoneId("UTC"));
    context.setDefaultTimeout(30_000);
    Page page = context.newPage();
    pages.add(page);
    page.onPageError(error -> complaints.add(page.url() + ": " + error));
    return page;
  }

  /**
   * The page in light and in dark, with every change of colour at its end, into {@code
   * target/screenshots}.
   */
  void picture(Page page, String name) {
    page.getByRole(AriaRole.HEADING).first().waitFor();
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      String file = name + "." + scheme.name().toLowerCase(java.util.Locale.ROOT) + ".png";
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(PICTURES.resolve(file))
              .setAnimations(ScreenshotAnimations.DISABLED));
    }
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
  }

  /** Serious faults that axe finds against WCAG 2.2 A and AA, one line each. */
  List<String> accessibilityFaults(Page page) {
    return new AxeBuilder(page)
            .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
            .analyze()
            .getViolations()
            .stream()
            .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
            .map(Screen::line)
            .toList();
  }

  /** Errors that pages threw so far. */
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  private static String line(Rule rule) {
    return rule.getId() + ": " + rule.getHelp() + " at " + rule.getNodes().getFirst().getHtml();
  }

  /** How each page looked in the end: the first thing one wants to see of a failure. */
  @Override
  public void close() {
    for (int i = 0; i < pages.size(); i++) {
      Path file = PICTURES.resolve("last-" + i + ".png");
      pages.get(i).screenshot(new Page.ScreenshotOptions().setPath(file));
    }
    playwright.close();
  }
}
