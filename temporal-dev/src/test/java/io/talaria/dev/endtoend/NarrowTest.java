package io.talaria.dev.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The console on a phone's screen. */
class NarrowTest {
  private static final String ANA = "5511900000206";

  /** Whether the chosen tab stands in its row, and before its end fades. */
  private static final String IN_VIEW =
      """
      () => {
        const tabs = document.querySelector('.q-tabs');
        const row = tabs.getBoundingClientRect();
        const one = tabs.querySelector('[aria-selected="true"]').getBoundingClientRect();
        return one.left >= row.left && one.right <= row.right - 0.12 * row.width;
      }
      """;

  /** What ends behind the screen's edge and can't be scrolled to. */
  private static final String TOO_WIDE =
      """
      () => [...document.querySelectorAll('.shell *')]
        .filter(one => one.checkVisibility() && one.getBoundingClientRect().right > innerWidth + 1)
        .filter(one => {
          for (let at = one.parentElement; at; at = at.parentElement)
            if (['auto', 'scroll'].includes(getComputedStyle(at).overflowX)) return false;
          return true;
        })
        .map(one => one.outerHTML.slice(0, 120))
      """;

  private static Installation talaria;
  private static Screen screen;
  private static Page console;

  @BeforeAll
  static void start() {
    talaria = Installation.shared();
    screen = new Screen();
    console = screen.narrowPage();
    console.navigate(talaria.console("/login"));
    console.getByRole(AriaRole.TEXTBOX, named("E-mail")).fill("camila@demo.talaria.example");
    console.getByRole(AriaRole.TEXTBOX, named("Password")).fill("demo-talaria");
    console.getByRole(AriaRole.BUTTON, named("Continue")).click();
    console.waitForURL("**/inbox**");
  }

  @AfterAll
  static void stop() {
    screen.close();
  }

  @Test
  void the_chosen_tab_is_in_view_when_the_page_opens() {
    for (String tab : List.of("mine", "uncertain", "all")) {
      console.navigate(talaria.console("/inbox?tab=" + tab));
      console.locator(".q-tabs [aria-selected='true']").waitFor();
      await()
          .atMost(Duration.ofSeconds(15))
          .untilAsserted(() -> assertThat(console.evaluate(IN_VIEW)).as(tab).isEqualTo(true));
    }
  }

  @Test
  void a_card_over_the_conversation_is_put_away_by_a_tap() {
    talaria.whatsapp().candidate(ANA, "Ana Reis");
    talaria.whatsapp().says(ANA, "oi");
    console.navigate(talaria.console("/inbox?tab=all"));
    console
        .getByRole(AriaRole.LINK)
        .filter(new Locator.FilterOptions().setHasText("Ana Reis"))
        .click();
    Locator conversation = console.getByRole(AriaRole.LOG);
    conversation.waitFor();
    Locator card = console.getByRole(AriaRole.COMPLEMENTARY);
    console.getByRole(AriaRole.BUTTON, named("Candidate").setExact(true)).click();
    card.waitFor();
    card.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Close")).click();
    PlaywrightAssertions.assertThat(card).isHidden();
  }

  @Test
  void no_page_is_wider_than_the_screen() {
    var faults = new SoftAssertions();
    for (String path :
        List.of("/inbox", "/funnel", "/starts", "/definitions", "/listings", "/quarantine")) {
      console.navigate(talaria.console(path));
      console.getByRole(AriaRole.HEADING).first().waitFor();
      await().during(Duration.ofSeconds(1)).until(() -> true);
      faults.assertThat(console.evaluate(TOO_WIDE)).as(path).isEqualTo(List.of());
    }
    faults.assertAll();
    assertThat(screen.complaints()).isEmpty();
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }
}
