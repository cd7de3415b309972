package io.talaria.journey.scenario;

import io.talaria.definition.Plan;
import io.talaria.journey.SendDelivered;
import io.talaria.journey.SendSettled;
import io.talaria.journey.SendTimed;
import io.talaria.port.Appointment;
import io.talaria.port.Delivered.Outcome;
import io.talaria.port.Desk;
import io.talaria.port.TurnKey;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/**
 * The stories whose histories are kept and replayed; each ends where its journey is worth keeping.
 */
final class Stories {
  private Stories() {}

  /** By name, in the order of telling. */
  static Map<String, Function<ScenarioWorld, Scenario>> all() {
    var stories = new LinkedHashMap<String, Function<ScenarioWorld, Scenario>>();
    stories.put("answers-every-question", Stories::answersEveryQuestion);
    stories.put("is-handed-over", Stories::isHandedOver);
    stories.put("silent-until-drop-off", Stories::silentUntilDropOff);
    stories.put("is-woken", Stories::isWoken);
    stories.put("taken-over-and-handed-back", Stories::takenOverAndHandedBack);
    stories.put("handed-over-and-gone-back", Stories::handedOverAndGoneBack);
    stories.put("words-beside-the-bot-and-at-a-time", Stories::wordsBesideTheBotAndAtATime);
    stories.put("slow-bot-interrupted", Stories::slowBotInterrupted);
    stories.put("served-while-thinking", Stories::servedWhileThinking);
    stories.put("window-closed", Stories::windowClosed);
    stories.put("asks-for-a-person-then-stops", Stories::asksForAPersonThenStops);
    stories.put("stops-while-a-reminder-waits", Stories::stopsWhileAReminderWaits);
    stories.put("called-back-by-the-night", Stories::calledBackByTheNight);
    stories.put("uncertain-and-refused-sends", Stories::uncertainAndRefusedSends);
    stories.put("sent-again-by-a-person", Stories::sentAgainByAPerson);
    stories.put("late-failures", Stories::lateFailures);
    stories.put("waits-for-review", Stories::waitsForReview);
    stories.put("continues-as-new", Stories::continuesAsNew);
    return stories;
  }

  private static Scenario greeted(ScenarioWorld world) {
    return world.candidate().says("oi").silence(Duration.ofSeconds(5)).hears("automatizado");
  }

  private static Scenario answersEveryQuestion(ScenarioWorld world) {
    var ana = greeted(world);
    ana.taps("Ana").hears("cargo").taps("backend").hears("link").taps("x").hears("quando");
    return ana.taps("amanhã").hears("Obrigado").until(state -> state.over());
  }

  private static Scenario isHandedOver(ScenarioWorld world) {
    var ana = greeted(world);
    ana.tapsAndIsHandedOver("Ana").hears("cargo").isDeliveredAgain();
    ana.tapsAndIsHandedOver("backend").hears("link").taps("x").hears("quando");
    return ana.tapsAndIsHandedOver("amanhã").hears("Obrigado").until(state -> state.over());
  }

  private static Scenario silentUntilDropOff(ScenarioWorld world) {
    var ana = greeted(world);
    ana.journey()
        .sendTimed(
            new SendTimed(ana.state().silence().owedKey(), ana.now().minus(Duration.ofHours(1))));
    ana.silence(Duration.ofDays(8)).hears("Lembrete 1").hears("Lembrete 2");
    return ana.until(state -> state.over());
  }

  private static Scenario isWoken(ScenarioWorld world) {
    var ana = world.candidate();
    ana.woken = true;
    ana.says("oi").silence(Duration.ofSeconds(5)).hears("automatizado");
    ana.silence(Duration.ofHours(4)).isWoken().hears("Lembrete 1").isWoken();
    ana.silence(Duration.ofHours(17)).hears("Lembrete 2");
    ana.taps("Ana").hears("cargo");
    ana.silence(Duration.ofDays(8)).hears("Lembrete 1").hears("Lembrete 2");
    return ana.until(state -> state.over());
  }

  private static Scenario takenOverAndHandedBack(ScenarioWorld world) {
    var ana = greeted(world);
    var camila = ana.recruiter("Camila");
    camila.takesOver();
    ana.says("tem vaga?").silence(Duration.ofMinutes(20));
    camila.replies("Tem sim!");
    ana.hears("Tem sim!");
    camila.handsBack();
    return ana.hears("Continuando").taps("Ana").hears("cargo");
  }

  private static Scenario handedOverAndGoneBack(ScenarioWorld world) {
    var ana = greeted(world);
    var camila = ana.recruiter("Camila");
    camila.takesOver();
    camila.handsOver(ana.recruiter("Rafael"));
    ana.says("Ana").silence(Duration.ofMinutes(115));
    ana.recruiter("Rafael").keeps();
    return ana.silence(Duration.ofMinutes(125)).hears("cargo");
  }

  private static Scenario wordsBesideTheBotAndAtATime(ScenarioWorld world) {
    var ana = greeted(world);
    var camila = ana.recruiter("Camila");
    camila.writesBeside(UUID.randomUUID(), "Estou por aqui");
    ana.hears("Estou por aqui");
    var first = camila.schedules("Boa tarde", ana.now().plus(Duration.ofMinutes(30)));
    camila.schedules(
        UUID.randomUUID(), "Bom dia", ana.now().plus(Duration.ofMinutes(40)), first.scheduled());
    var other = camila.schedules("Nunca", ana.now().plus(Duration.ofMinutes(50)));
    camila.cancels(other.scheduled());
    ana.silence(Duration.ofMinutes(45)).hears("Bom dia");
    camila.schedules("Tarde demais", ana.now().plus(Duration.ofHours(30)));
    return ana.silence(Duration.ofHours(31)).hears("Lembrete 1").hears("Lembrete 2");
  }

  private static Scenario slowBotInterrupted(ScenarioWorld world) {
    var ana = world.candidate(Neighbours.plan(true, Duration.ZERO));
    ana.neighbours.thinking = new CountDownLatch(1);
    ana.says("oi").until(state -> !state.inbox().open().isEmpty());
    ana.says("sou a Ana").until(state -> state.inbox().open().size() == 2);
    ana.neighbours.thinking.countDown();
    ana.hears("automatizado");
    ana.neighbours.thinking = new CountDownLatch(1);
    ana.taps("Ana").until(state -> !state.inbox().open().isEmpty());
    ana.recruiter("Camila").takesOver();
    ana.neighbours.thinking.countDown();
    return ana;
  }

  private static Scenario servedWhileThinking(ScenarioWorld world) {
    var ana = world.candidate(Neighbours.plan(true, Duration.ZERO));
    ana.neighbours.thinking = new CountDownLatch(1);
    ana.says("oi").until(state -> !state.inbox().open().isEmpty());
    var camila = ana.recruiter("Camila");
    var scheduled = camila.schedules("Bom dia", ana.now().plus(Duration.ofHours(2)));
    camila.writesBeside(UUID.randomUUID(), "Estou por aqui");
    camila.cancels(scheduled.scheduled());
    ana.neighbours.thinking.countDown();
    ana.hears("Estou por aqui").hears("automatizado");
    return ana.until(state -> state.inbox().open().isEmpty());
  }

  private static Scenario windowClosed(ScenarioWorld world) {
    var ana = world.candidate();
    ana.saidAt(ana.now().minus(Duration.ofHours(30)), "oi").silence(Duration.ofMinutes(1));
    ana.hears("Podemos continuar?");
    return ana.taps("sim").hears("automatizado");
  }

  private static Scenario asksForAPersonThenStops(ScenarioWorld world) {
    var ana = greeted(world);
    ana.says("pessoa").hears("Chamei uma pessoa").silence(Duration.ofMinutes(20));
    return ana.says("PARAR").hears("Não escrevo mais").until(state -> state.over());
  }

  private static Scenario stopsWhileAReminderWaits(ScenarioWorld world) {
    var ana = greeted(world);
    ana.neighbours.paused = true;
    ana.neighbours.nextOutcome = Outcome.DEFERRED;
    ana.silence(Duration.ofHours(5)).until(state -> state.outgoing().saying() != null);
    return ana.says("PARAR").until(state -> state.over());
  }

  /** It is half past four at the greeting, and half past eight at the reminder. */
  private static Scenario calledBackByTheNight(ScenarioWorld world) {
    var ana = world.candidate();
    ana.neighbours.quiet = TimeTest.nights(ana.now(), Duration.ofMinutes(16 * 60 + 30));
    ana.says("oi").silence(Duration.ofSeconds(5)).hears("automatizado");
    ana.neighbours.paused = true;
    ana.neighbours.nextOutcome = Outcome.DEFERRED;
    ana.silence(Duration.ofHours(5));
    ana.neighbours.paused = false;
    return ana.silence(Duration.ofHours(11)).hears("Lembrete 1");
  }

  private static Scenario uncertainAndRefusedSends(ScenarioWorld world) {
    var ana = greeted(world);
    ana.neighbours.nextOutcome = Outcome.UNCERTAIN;
    ana.taps("Ana").hears("cargo");
    ana.neighbours.nextOutcome = Outcome.DEFERRED;
    ana.taps("backend").hears("link");
    ana.neighbours.nextOutcome = Outcome.REJECTED;
    return ana.taps("x").until(state -> state.needsHuman() != null);
  }

  private static Scenario sentAgainByAPerson(ScenarioWorld world) {
    var ana = SendsTest.sentAgain(world);
    ana.journey().sendDelivered(new SendDelivered(ana.neighbours.sent.getLast().key(), ana.now()));
    return ana.hears("cargo").until(state -> state.outgoing().saying() == null);
  }

  private static Scenario lateFailures(ScenarioWorld world) {
    var ana = greeted(world);
    ana.neighbours.bubbles = 2;
    ana.neighbours.agreed = new Appointment("talk/1h", ana.now().plus(Duration.ofHours(30)));
    ana.taps("Ana").hears("balão 1").hears("cargo").until(state -> !state.appointments().isEmpty());
    String turn = TurnKey.ofMessage(ana.lastMessage().id());
    doesNotArrive(ana, TurnKey.bubble(turn, 0));
    doesNotArrive(ana, TurnKey.bubble(turn, 1));
    ana.deskIsAlerted(Desk.Kind.SEND_PROBLEM);
    var camila = ana.recruiter("Camila");
    camila.takesOver();
    UUID request = UUID.randomUUID();
    camila.replies(request, "Confirmado");
    doesNotArrive(ana.hears("Confirmado"), TurnKey.bubble(TurnKey.ofRequest(request), 0));
    ana.deskIsAlerted(Desk.Kind.SEND_PROBLEM, Desk.Kind.SEND_PROBLEM);
    camila.handsBack();
    return ana.hears("Continuando");
  }

  private static void doesNotArrive(Scenario ana, String key) {
    ana.journey().sendSettled(new SendSettled(key, false, 131026, "RECIPIENT", ana.now()));
  }

  private static Scenario waitsForReview(ScenarioWorld world) {
    var rule = new Plan.Review(0.7, Duration.ofHours(2), Plan.Overdue.SEND, List.of("link"));
    var ana = world.candidate(Neighbours.reviewed(rule));
    ana.says("oi").silence(Duration.ofSeconds(5)).hears("automatizado");
    ana.neighbours.confidence = 0.55;
    ana.taps("Ana").until(state -> state.inReview() != null);
    ana.taps("Ana Souza").until(state -> state.inReview().version() == 2);
    var camila = ana.recruiter("Camila");
    camila.edits(2, "Qual é o seu cargo?");
    ana.hears("Qual é o seu cargo?").taps("backend").until(state -> state.inReview() != null);
    ana.silence(Duration.ofHours(3)).hears("link");
    ana.taps("x").until(state -> state.inReview() != null);
    camila.rejects(4, "Vou ligar");
    return ana.until(state -> state.needsHuman() != null);
  }

  private static Scenario continuesAsNew(ScenarioWorld world) {
    var ana = new Scenario(world, Neighbours.plan(false, Duration.ofSeconds(4)), 30);
    ana.says("oi").silence(Duration.ofSeconds(5)).hears("automatizado");
    ana.recruiter("Camila").takesOver();
    for (int i = 0; i < 8; i++) {
      ana.says("mensagem " + i).silence(Duration.ofSeconds(1));
    }
    return ana.silence(Duration.ofMinutes(1));
  }
}
