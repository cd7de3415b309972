package io.talaria.dev.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A candidate, the bot and a recruiter, on real processes and in real browsers. */
class WholeWayTest {
  private static final String ANA = "5511900000201";
  private static final String BIA = "5511900000204";
  private static final String SOMEBODY = "5511900000203";
  private static final ContainsTextOptions SOON = new ContainsTextOptions().setTimeout(30_000);

  private static Installation talaria;
  private static SimulatedWhatsApp whatsapp;
  private static Screen screen;

  @BeforeAll
  static void start() {
    talaria = Installation.shared();
    whatsapp = talaria.whatsapp();
    screen = new Screen();
  }

  @AfterAll
  static void stop() {
    screen.close();
  }

  @Test
  void a_recruiter_takes_over_what_the_bot_began_and_hands_it_back() {
    // given a recruiter who looks at an inbox
    Page console = signIn("camila@demo.talaria.example");
    screen.picture(console, "inbox-empty");
    console.evaluate("window.sameDocument = true");
    Page funnel = funnelAsTable();
    int before = entered(funnel, "Technical challenge");
    Page phone = phoneOf("Ana Torres", ANA);

    // when Ana writes
    write(phone, "oi");

    // then the bot answers on her phone, and the inbox shows it all without a reload
    Locator bubbles = phone.locator(".msg.in .bub");
    assertThat(bubbles.last()).containsText("assistente automatizado", SOON);
    Locator transcript = opened(console, "Ana Torres");
    assertThat(transcript).containsText("oi", SOON);
    assertThat(transcript).containsText("assistente automatizado", SOON);

    // and what she taps now appears by itself
    phone.getByRole(AriaRole.BUTTON, named("Back-end")).click();
    assertThat(transcript).containsText("Back-end", SOON);
    assertThat(bubbles.last()).containsText("quantos anos", SOON);
    screen.picture(console, "conversation-bot");
    screen.picture(phone, "phone");

    // when the recruiter takes over with one key
    console.keyboard().press("t");

    // then the receipt says so, and a reply reaches the phone
    assertThat(transcript).containsText("You took over. Bot stopped at", SOON);
    reply(console, "Oi Ana, aqui é a Camila. Posso ajudar?");
    assertThat(bubbles.last()).containsText("aqui é a Camila", SOON);
    screen.picture(console, "conversation-held");

    // and the bot stays silent when Ana writes
    int sent = whatsapp.ledger(ANA).size();
    write(phone, "Sim, obrigada");
    assertThat(transcript).containsText("Sim, obrigada", SOON);
    await().atMost(Duration.ofSeconds(30)).until(() -> talaria.journal().notTakenIn(ANA) == 0);
    await()
        .during(Duration.ofSeconds(6))
        .atMost(Duration.ofSeconds(8))
        .until(() -> whatsapp.ledger(ANA).size() == sent);

    // when the recruiter hands back
    handBack(console, transcript);

    // then the bot goes on where it was
    assertThat(transcript).containsText("Handed back to the bot at", SOON);
    await().atMost(Duration.ofSeconds(30)).until(() -> whatsapp.ledger(ANA).size() > sent);
    assertThat(bubbles.last()).containsText("quantos anos", SOON);
    answerUntilStage("technical_challenge");

    // and the funnel has moved, in front of whoever looks at it
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> entered(funnel, "Technical challenge") == before + 1);
    console.getByRole(AriaRole.LINK, named("Funnel")).click();
    console.waitForURL("**/funnel");
    assertThat(console.locator("canvas, svg").first()).isVisible();
    screen.picture(console, "funnel");
    assertThat(console.evaluate("window.sameDocument === true")).isEqualTo(true);
    assertThat(screen.complaints()).isEmpty();
  }

  @Test
  void a_colleague_who_was_given_a_conversation_hands_it_back() {
    // given Bia, whom Camila has taken over
    whatsapp.candidate(BIA, "Bia Moreira");
    whatsapp.says(BIA, "oi");
    Page camila = signIn("camila@demo.talaria.example");
    Locator hers = opened(camila, "Bia Moreira");
    camila.keyboard().press("t");
    assertThat(hers).containsText("You took over. Bot stopped at", SOON);

    // when she gives her to Rafael
    hers.focus();
    camila.keyboard().press("a");
    Locator dialog = camila.getByRole(AriaRole.DIALOG);
    dialog.locator("vaadin-select").click();
    camila.getByRole(AriaRole.OPTION, named("Rafael Lima")).click();
    dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Hand over")).click();

    // then he has her, and gives her back to the bot, which asks again
    Page rafael = signIn("rafael@demo.talaria.example");
    Locator his = opened(rafael, "Bia Moreira");
    assertThat(rafael.getByRole(AriaRole.BUTTON, named("Hand back")).first()).isVisible();
    int sent = whatsapp.ledger(BIA).size();
    screen.picture(rafael, "conversation-given");
    handBack(rafael, his);
    assertThat(his).containsText("Handed back to the bot at", SOON);
    await().atMost(Duration.ofSeconds(30)).until(() -> whatsapp.ledger(BIA).size() > sent);
    assertThat(screen.complaints()).isEmpty();
  }

  @Test
  void every_page_of_the_console_can_be_used_by_everybody() {
    Page console = signIn("rafael@demo.talaria.example");
    SoftAssertions faults = new SoftAssertions();
    for (String path : List.of("/inbox", "/funnel", "/quarantine")) {
      console.navigate(talaria.console(path));
      console.getByRole(AriaRole.HEADING).first().waitFor();
      faults.assertThat(screen.accessibilityFaults(console)).as("axe on " + path).isEmpty();
    }
    faults.assertAll();
    screen.picture(console, "quarantine");
  }

  @Test
  void the_simulators_pages_can_be_used_by_everybody() {
    Page phone = phoneOf("Rui Neves", "351910000202");
    assertThat(screen.accessibilityFaults(phone)).isEmpty();
    phone.navigate(talaria.slackPage());
    phone.getByRole(AriaRole.HEADING).first().waitFor();
    assertThat(screen.accessibilityFaults(phone)).isEmpty();
    screen.picture(phone, "slack");
  }

  private static Page signIn(String email) {
    Page page = screen.page();
    page.navigate(talaria.console("/login"));
    screen.picture(page, "login");
    page.getByRole(AriaRole.TEXTBOX, named("E-mail")).fill(email);
    page.getByRole(AriaRole.TEXTBOX, named("Password")).fill("demo-talaria");
    page.getByRole(AriaRole.BUTTON, named("Continue")).click();
    page.waitForURL("**/inbox**");
    return page;
  }

  /** The transcript of this candidate, whose row was clicked. */
  private static Locator opened(Page console, String name) {
    console.getByRole(AriaRole.LINK).filter(new Locator.FilterOptions().setHasText(name)).click();
    return console.getByRole(AriaRole.LOG);
  }

  private static void handBack(Page console, Locator transcript) {
    transcript.focus();
    console.keyboard().press("h");
    console.getByRole(AriaRole.DIALOG).locator("textarea").first().fill("Prefere remoto");
    console.keyboard().press("Control+Enter");
    assertThat(transcript).containsText("Prefere remoto", SOON);
  }

  /** The funnel has a table once somebody has started. */
  private static Page funnelAsTable() {
    whatsapp.candidate(SOMEBODY, "Caio Alves");
    whatsapp.says(SOMEBODY, "oi");
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> talaria.journal().stage(SOMEBODY).equals("initial_contact"));
    Page page = signIn("bianca@demo.talaria.example");
    page.navigate(talaria.console("/funnel"));
    page.getByRole(AriaRole.BUTTON, named("As a table")).click();
    page.getByRole(AriaRole.TABLE).waitFor();
    return page;
  }

  private static int entered(Page funnel, String stage) {
    String count =
        funnel
            .getByRole(AriaRole.ROW, named(stage))
            .locator("td[data-label='Entered']")
            .innerText();
    return Integer.parseInt(count.strip());
  }

  private static Page phoneOf(String name, String number) {
    Page page = screen.page();
    page.navigate(talaria.phonePage());
    page.getByRole(AriaRole.BUTTON, named("New candidate")).click();
    page.getByRole(AriaRole.TEXTBOX, named("Name")).fill(name);
    page.getByLabel("Number, with its country code").fill("+" + number);
    page.getByRole(AriaRole.BUTTON, named("Add")).click();
    assertThat(page.getByLabel("Message as " + name)).isEnabled();
    return page;
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private static void write(Page phone, String text) {
    Locator field = phone.locator("#text");
    field.fill(text);
    field.press("Enter");
  }

  private static void reply(Page console, String text) {
    Locator field = console.getByLabel("Reply to Ana");
    field.fill(text);
    field.press("Control+Enter");
  }

  /** Answers each question as it comes, until the journal tells of the stage. */
  private static void answerUntilStage(String stage) {
    int[] answered = {whatsapp.ledger(ANA).size()};
    whatsapp.says(ANA, "5");
    await()
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofMillis(500))
        .until(
            () -> {
              if (talaria.journal().stage(ANA).equals(stage)) {
                return true;
              }
              int now = whatsapp.ledger(ANA).size();
              if (now > answered[0]) {
                answered[0] = now;
                whatsapp.tapsFirstChoice(ANA);
              }
              return false;
            });
  }
}
