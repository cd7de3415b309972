package io.talaria.worker.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journal.definition.Definition;
import io.talaria.journal.definition.DefinitionReader;
import io.talaria.journal.definition.Limits;
import io.talaria.journal.definition.Published;
import io.talaria.journal.definition.Slips;
import io.talaria.journal.definition.Slips.Slip;
import io.talaria.journey.Attachment;
import io.talaria.journey.FormAnswers;
import io.talaria.journey.MessageReceived;
import io.talaria.journey.MessageReceived.Kind;
import io.talaria.port.Appointment;
import io.talaria.port.Outbound;
import io.talaria.port.Outbound.Choice;
import io.talaria.port.Proposal;
import io.talaria.port.Turn;
import io.talaria.port.Turn.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a candidate sends, in whatever order, the script has an answer that the journey and
 * WhatsApp take: it asks, waits for a moment, calls a person, or ends. It never leaves a stage
 * backwards.
 */
class AnyConversationTest {
  private static final int CONVERSATIONS = 150;
  private static final int TURNS = 40;
  private static final List<String> WORDS =
      AnyWords.and(
          "português",
          "👍",
          "",
          "uma resposta bem mais longa do que as outras, com vírgulas, e números como 3 e 4",
          "x".repeat(4096),
          "{time} {link}",
          "none");

  private final FakeLookups lookups = new FakeLookups();
  private Random random = new Random();
  private Definition definition;

  @ParameterizedTest
  @MethodSource("io.talaria.journal.definition.Slips#shipped")
  void every_turn_of_any_conversation_has_an_answer(String name) {
    definition = read(name);
    lookups.offers.add(new Lookups.Offer("job-1", "Cook", "fits", List.of()));
    int ended = 0;
    for (int seed = 0; seed < CONVERSATIONS; seed++) {
      random = new Random(seed);
      ended += converse(seed) ? 1 : 0;
    }
    assertThat(ended).as("conversations that came to an end").isPositive();
  }

  @ParameterizedTest
  @MethodSource("io.talaria.journal.definition.Slips#shipped")
  void a_definition_that_reads_after_a_slip_of_the_hand_has_an_answer_too(String name) {
    lookups.offers.add(new Lookups.Offer("job-1", "Cook", "fits", List.of()));
    var slips = new Slips(Slips.lines(name), new Random(name.hashCode()));
    for (int seed = 0; seed < CONVERSATIONS; seed++) {
      Slip slip = slips.next();
      while (!Slips.mistakes(slip.yaml()).isEmpty()) {
        slip = slips.next();
      }
      definition = DefinitionReader.read(name + ".yaml", slip.yaml());
      random = new Random(seed);
      converse(seed);
    }
  }

  /** Whether it came to an end. */
  private boolean converse(int seed) {
    var answers = new HashMap<String, String>();
    String language = definition.plan().languages().getFirst();
    String stage = definition.plan().stages().getFirst().id();
    String step = null;
    int misses = 0;
    List<Appointment> agenda = List.of();
    Proposal last = null;
    Instant now = Instant.parse("2026-12-01T10:00:00Z");
    for (int i = 0; i < TURNS; i++) {
      Reason reason = reason(last, agenda);
      Appointment due = reason == Reason.DUE ? agenda.getFirst() : null;
      now = due == null ? now.plus(Duration.ofMinutes(1 + random.nextInt(600))) : due.at();
      List<MessageReceived> messages =
          reason == Reason.MESSAGES ? List.of(message(last, i)) : List.of();
      var turn =
          new Turn(
              UUID.randomUUID(),
              UUID.randomUUID(),
              UUID.randomUUID(),
              "key",
              reason,
              definition.plan().definition(),
              1,
              language,
              stage,
              step,
              misses,
              Map.copyOf(answers),
              messages,
              1,
              i > 0,
              new Turn.Moment(
                  now, random.nextInt(5) > 0, due == null ? null : due.id(), agenda, "BR"));
      Proposal proposal = Script.propose(new Published(definition, 1, 0), turn, lookups);
      assertFits(proposal, stage, seed);
      language = proposal.language();
      stage = proposal.stage();
      step = proposal.step();
      misses = proposal.misses();
      answers.putAll(proposal.answers());
      agenda = agenda(agenda, due, proposal);
      last = proposal;
      if (proposal.ending() != null) {
        return true;
      }
      assertThat(step != null || proposal.needsHuman() != null)
          .as("seed %d asks, waits or calls somebody: %s", seed, proposal.decision().rule())
          .isTrue();
    }
    return false;
  }

  private static List<Appointment> agenda(
      List<Appointment> before, Appointment due, Proposal proposal) {
    if (proposal.agenda() != null) {
      return proposal.agenda();
    }
    var left = new ArrayList<>(before);
    left.remove(due);
    return left;
  }

  private Reason reason(Proposal last, List<Appointment> agenda) {
    if (last != null && last.needsHuman() != null) {
      return Reason.RESUME;
    }
    return switch (random.nextInt(12)) {
      case 0 -> last == null ? Reason.MESSAGES : Reason.NUDGE;
      case 1, 2, 3 -> agenda.isEmpty() ? Reason.MESSAGES : Reason.DUE;
      default -> Reason.MESSAGES;
    };
  }

  private void assertFits(Proposal proposal, String from, int seed) {
    List<String> stages = definition.plan().stages().stream().map(s -> s.id()).toList();
    assertThat(stages.indexOf(proposal.stage()))
        .as("seed %d stays or goes ahead", seed)
        .isGreaterThanOrEqualTo(stages.indexOf(from));
    for (Outbound bubble : proposal.messages()) {
      assertThat(bubble.body()).isNotBlank().hasSizeLessThanOrEqualTo(Limits.BODY);
      if (bubble instanceof Outbound.Buttons buttons) {
        assertThat(buttons.body()).hasSizeLessThanOrEqualTo(Limits.BUTTONS_BODY);
        assertThat(buttons.choices()).hasSizeBetween(1, 3);
        assertThat(buttons.choices()).allMatch(choice -> choice.title().length() <= 20);
      }
      if (bubble instanceof Outbound.Choices list) {
        assertThat(list.choices()).hasSizeBetween(1, 10);
        assertThat(list.choices()).allMatch(choice -> choice.title().length() <= 24);
      }
    }
  }

  /** What the candidate sends: mostly what was offered, else anything. */
  private MessageReceived message(Proposal last, int seq) {
    List<Choice> offered = last == null ? List.of() : offered(last);
    int kind = random.nextInt(10);
    if (!offered.isEmpty() && kind < 6) {
      Choice choice = offered.get(random.nextInt(offered.size()));
      return received(Kind.CHOICE, choice.title(), choice.id(), seq, null, null);
    }
    var file = new Attachment(UUID.randomUUID(), "image/jpeg", null);
    return switch (kind) {
      case 6 -> received(Kind.PHOTO, "", null, seq, file, null);
      case 7 -> received(Kind.DOCUMENT, "", null, seq, file, null);
      case 8 -> received(Kind.UNSUPPORTED, "", null, seq, null, null);
      case 9 -> {
        String form = last == null || last.step() == null ? "details" : last.step();
        yield received(
            Kind.FORM, "", null, seq, null, new FormAnswers(form, Map.of("shift", "night")));
      }
      default ->
          received(Kind.TEXT, WORDS.get(random.nextInt(WORDS.size())), null, seq, null, null);
    };
  }

  private static List<Choice> offered(Proposal last) {
    return last.messages().isEmpty()
        ? List.of()
        : switch (last.messages().getLast()) {
          case Outbound.Buttons buttons -> buttons.choices();
          case Outbound.Choices list -> list.choices();
          default -> List.of();
        };
  }

  private static MessageReceived received(
      Kind kind, String text, String choiceId, int seq, Attachment attachment, FormAnswers form) {
    return new MessageReceived(
        UUID.randomUUID(), seq, Instant.EPOCH, kind, text, choiceId, "1", attachment, form);
  }

  private static Definition read(String name) {
    try (var in = Definition.class.getResourceAsStream("/definitions/" + name + ".yaml")) {
      return DefinitionReader.read(
          name + ".yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
