package io.talaria.worker.bot.http;

import io.talaria.definition.Plan;
import io.talaria.journal.definition.AnswerValues;
import io.talaria.journal.definition.Definition;
import io.talaria.journal.definition.Published;
import io.talaria.journal.definition.Step;
import io.talaria.journey.Ending;
import io.talaria.journey.MessageReceived;
import io.talaria.port.BotFault;
import io.talaria.port.Outbound;
import io.talaria.port.Proposal;
import io.talaria.port.Proposal.Decision;
import io.talaria.port.Reading;
import io.talaria.port.Turn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes a proposal of a bot's answer, or says what is wrong with it. */
final class AnswerCheck {
  /** Each bubble is paid for, and WhatsApp lets one leave every six seconds. */
  static final int MOST_MESSAGES = 5;

  private static final int MOST_ANSWERS = 50;
  private static final int LONGEST_ANSWER = 4096;
  private static final int LONGEST_LABEL = 200;
  private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9_]{0,59}");
  private static final String COMPLETED = "completed";

  private final String bot;
  private final Turn turn;
  private final Published published;
  private final Definition definition;
  private final BotAnswer answer;

  private AnswerCheck(String bot, Turn turn, Published published, BotAnswer answer) {
    this.bot = bot;
    this.turn = turn;
    this.published = published;
    this.definition = published.definition();
    this.answer = answer;
  }

  /**
   * The proposal that the answer makes.
   *
   * @throws Unfit if the journey or WhatsApp would refuse it
   */
  static Proposal proposal(String bot, Turn turn, Published published, BotAnswer answer)
      throws Unfit {
    return new AnswerCheck(bot, turn, published, answer).proposal();
  }

  private Proposal proposal() throws Unfit {
    String language = language();
    Ending ending = ending();
    Plan.Stage stage = stage(ending);
    Map<String, String> answers = answers();
    entered(stage, answers);
    String needsHuman = needsHuman();
    List<Outbound> messages = messages(language);
    if (messages.isEmpty() && needsHuman == null && ending == null) {
      throw new Unfit(BotFault.SILENT);
    }
    boolean awaits = ending == null && !Boolean.FALSE.equals(answer.expectsAnswer());
    return new Proposal(
        turn.messages().stream().map(MessageReceived::id).toList(),
        messages,
        answers,
        language,
        stage.id(),
        step(stage),
        0,
        ending,
        needsHuman,
        decision(),
        null,
        reading(),
        awaits);
  }

  private String language() throws Unfit {
    String told = answer.language();
    if (told == null) {
      return turn.language();
    }
    return checked(definition.plan().languages().contains(told), told, BotFault.UNKNOWN_LANGUAGE);
  }

  /** A bot from outside may complete a journey. It rejects nobody: that is a person's decision. */
  private @Nullable Ending ending() throws Unfit {
    String told = answer.ending();
    if (told == null) {
      return null;
    }
    checked(told.equals(COMPLETED), told, BotFault.OFF_CONTRACT);
    return Ending.COMPLETED;
  }

  private Plan.Stage stage(@Nullable Ending ending) throws Unfit {
    List<Plan.Stage> stages = definition.plan().stages();
    String usual = ending == null ? turn.stage() : stages.getLast().id();
    int to = indexOf(stages, answer.stage() == null ? usual : answer.stage());
    if (to < 0) {
      throw new Unfit(BotFault.UNKNOWN_STAGE);
    }
    if (to < indexOf(stages, turn.stage())) {
      throw new Unfit(BotFault.BACKWARDS);
    }
    return stages.get(to);
  }

  /**
   * A stage that these answers don't open is none to go to: what comes after it would be passed
   * over as well, and nobody would hear of it. Whoever completes the journey enters none.
   */
  private void entered(Plan.Stage stage, Map<String, String> understood) throws Unfit {
    if (answer.stage() == null || stage.id().equals(turn.stage())) {
      return;
    }
    var all = new HashMap<>(turn.answers());
    all.putAll(understood);
    if (!definition.enters(stage.id(), all)) {
      throw new Unfit(
          BotFault.OFF_CONTRACT,
          "stage %s: answers that its `when` holds of were expected".formatted(stage.id()));
    }
  }

  private static int indexOf(List<Plan.Stage> stages, String id) {
    for (int i = 0; i < stages.size(); i++) {
      if (stages.get(i).id().equals(id)) {
        return i;
      }
    }
    return -1;
  }

  private @Nullable String step(Plan.Stage stage) throws Unfit {
    String step = answer.step();
    return step == null
        ? null
        : checked(stage.questions().contains(step), step, BotFault.UNKNOWN_QUESTION);
  }

  private @Nullable String needsHuman() throws Unfit {
    BotAnswer.NeedsHuman asked = answer.needsHuman();
    if (asked == null) {
      return null;
    }
    String reason = asked.reason() == null ? "" : asked.reason();
    return checked(CODE.matcher(reason).matches(), reason, BotFault.OFF_CONTRACT);
  }

  /** The first words to a candidate say that a machine speaks, whatever the bot says. */
  private List<Outbound> messages(String language) throws Unfit {
    List<BotAnswer.Message> told = answer.messages() == null ? List.of() : answer.messages();
    if (told.size() > MOST_MESSAGES) {
      throw new Unfit(BotFault.OVER_LIMITS);
    }
    var messages = new ArrayList<Outbound>();
    for (BotAnswer.Message message : told) {
      messages.add(Bubble.of(message));
    }
    if (!turn.disclosed() && !messages.isEmpty()) {
      String disclosure = definition.texts().disclosure().in(language);
      Outbound joined = Bubble.behind(disclosure, messages.getFirst());
      if (joined == null) {
        messages.addFirst(new Outbound.Text(disclosure));
      } else {
        messages.set(0, joined);
      }
    }
    return List.copyOf(messages);
  }

  private Map<String, String> answers() throws Unfit {
    Map<String, String> told = bounded(answer.answers());
    for (Map.Entry<String, String> entry : told.entrySet()) {
      Optional<Step.Ask> question = definition.question(entry.getKey());
      if (question.isEmpty()) {
        throw new Unfit(BotFault.UNKNOWN_QUESTION);
      }
      // What the journey knows may have come another way, and is only repeated.
      if (!entry.getValue().equals(turn.answers().get(entry.getKey()))) {
        Optional<String> fault = AnswerValues.fault(question.get(), entry.getValue());
        if (fault.isPresent()) {
          throw new Unfit(BotFault.OFF_CONTRACT, fault.get());
        }
      }
    }
    return told;
  }

  private Reading reading() throws Unfit {
    return new Reading(
        label(answer.intent()),
        priority(),
        within(answer.sentiment(), -1),
        within(answer.confidence(), 0),
        bounded(answer.entities()));
  }

  private Reading.@Nullable Priority priority() throws Unfit {
    String told = answer.priority();
    if (told == null) {
      return null;
    }
    for (Reading.Priority priority : Reading.Priority.values()) {
      if (priority.name().toLowerCase(Locale.ROOT).equals(told)) {
        return priority;
      }
    }
    throw new Unfit(BotFault.OFF_CONTRACT);
  }

  private static @Nullable Double within(@Nullable Double value, double least) throws Unfit {
    if (value != null && !(value >= least && value <= 1)) {
      throw new Unfit(BotFault.OFF_CONTRACT);
    }
    return value;
  }

  private Decision decision() throws Unfit {
    String version = label(answer.version());
    String why = label(answer.why());
    String rule =
        turn.stage()
            + " › "
            + bot
            + (version == null ? "" : " " + version)
            + (why == null ? "" : ": " + why);
    Double confidence = answer.confidence();
    return new Decision("http", published.version(), rule, confidence == null ? 1 : confidence);
  }

  private static @Nullable String label(@Nullable String told) throws Unfit {
    if (told != null && told.length() > LONGEST_LABEL) {
      throw new Unfit(BotFault.OVER_LIMITS);
    }
    return told;
  }

  private static Map<String, String> bounded(@Nullable Map<String, String> told) throws Unfit {
    if (told == null) {
      return Map.of();
    }
    if (told.size() > MOST_ANSWERS) {
      throw new Unfit(BotFault.OVER_LIMITS);
    }
    for (Map.Entry<String, String> entry : told.entrySet()) {
      if (entry.getValue() == null) {
        throw new Unfit(BotFault.OFF_CONTRACT);
      }
      if (entry.getKey().length() > LONGEST_LABEL || entry.getValue().length() > LONGEST_ANSWER) {
        throw new Unfit(BotFault.OVER_LIMITS);
      }
    }
    return Map.copyOf(told);
  }

  private static String checked(boolean holds, String value, BotFault fault) throws Unfit {
    if (!holds) {
      throw new Unfit(fault);
    }
    return value;
  }
}
