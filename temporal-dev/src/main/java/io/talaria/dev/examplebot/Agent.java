package io.talaria.dev.examplebot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * The agent behind the dispatcher: asks what the team wants to know in words of its own, routes who
 * says what they want, answers about pay, and calls a person where it had better. It keeps nothing:
 * each turn tells all.
 */
public final class Agent {
  private static final String VERSION = "example 1.0";

  /** More choices than WhatsApp has buttons for are a list. */
  private static final int BUTTONS = 3;

  private final JsonNode turn;
  private final ResourceBundle words;
  private final Router router;
  private final Map<String, String> learnt = new LinkedHashMap<>();

  /** The choice by which the words route; empty when they don't. */
  private String routed = "";

  /** Whether the open question routes, and the words mean none of its choices. */
  private boolean unclear;

  private Agent(JsonNode turn) {
    this.turn = turn;
    this.words =
        ResourceBundle.getBundle(
            "example-bot.words",
            Locale.forLanguageTag(turn.path("language").asString("en")),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    this.router = new Router(words);
  }

  /** Answers a turn of the contract. */
  public static Map<String, Object> answer(JsonNode turn) {
    return new Agent(turn).answer();
  }

  private Map<String, Object> answer() {
    JsonNode messages = turn.path("messages");
    String text =
        messages.isEmpty() ? "" : messages.get(messages.size() - 1).path("text").asString("");
    Intent intent = Intent.of(text);
    return switch (intent) {
      case ASK_ABOUT_PAY ->
          asking(intent, List.of(words.getString("pay")), 0.0, "medium", Map.of());
      case COMPLAIN -> calling(intent, "candidate_upset", -0.8);
      case GIVE_UP -> calling(intent, "wants_to_leave", -0.3);
      case ANSWER -> {
        learn(text, messages);
        yield asking(intent, List.of(), 0.2, router.priority(text), router.entities(text));
      }
    };
  }

  /** The words answer the question that is open, if there is one. */
  private void learn(String text, JsonNode messages) {
    String step = turn.path("step").asString("");
    JsonNode open = question(step.isEmpty() ? id -> !turn.path("answers").has(id) : step::equals);
    if (text.isBlank() || (step.isEmpty() && !router.routes(open))) {
      return;
    }
    String tapped = messages.get(messages.size() - 1).path("choice_id").asString("");
    // The definition's own buttons, which stand in when this bot fails, carry their question.
    String choice = tapped.substring(tapped.lastIndexOf(':') + 1);
    if (!router.routes(open)) {
      new Hearing(words, open)
          .value(choice.isEmpty() ? text : choice)
          .ifPresent(value -> learnt.put(step, value));
      return;
    }
    routed = choice.isEmpty() ? router.meant(open, text).orElse("") : choice;
    unclear = routed.isEmpty() && !step.isEmpty();
    if (!routed.isEmpty()) {
      learnt.put(open.path("id").asString(), routed);
    }
  }

  /** The first question whose id fits; missing when there is none. */
  private JsonNode question(Predicate<String> fits) {
    for (JsonNode stage : turn.path("stages")) {
      for (JsonNode question : stage.path("questions")) {
        if (fits.test(question.path("id").asString())) {
          return question;
        }
      }
    }
    return MissingNode.getInstance();
  }

  /** Goes on to the first question that nobody has answered, in the stages that may follow. */
  private Map<String, Object> asking(
      Intent intent,
      List<String> first,
      double sentiment,
      String priority,
      Map<String, String> entities) {
    var said = new ArrayList<>(first);
    var answer = reading(intent, sentiment, priority);
    answer.put("entities", entities);
    for (JsonNode stage : stages()) {
      for (JsonNode question : stage.path("questions")) {
        String id = question.path("id").asString();
        if (!turn.path("answers").has(id) && !learnt.containsKey(id)) {
          answer.put("stage", stage.path("id").asString());
          answer.put("step", id);
          answer.put("messages", List.of(bubble(said, question)));
          answer.put("why", intent.code() + " > " + id);
          return answer;
        }
      }
    }
    said.add(words.getString("farewell"));
    answer.put("messages", List.of(Map.of("text", String.join("\n\n", said))));
    answer.put("ending", "completed");
    answer.put("why", intent.code() + " > done");
    return answer;
  }

  /** Those that may follow, from the one on to which somebody is routed. */
  private List<JsonNode> stages() {
    var stages = new ArrayList<JsonNode>();
    turn.path("stages").forEach(stages::add);
    String route = router.stage(routed).orElse("");
    List<JsonNode> ahead =
        stages.stream().dropWhile(stage -> !stage.path("id").asString().equals(route)).toList();
    return ahead.isEmpty() ? stages : ahead;
  }

  private Map<String, Object> bubble(List<String> before, JsonNode question) {
    String id = question.path("id").asString();
    String asked =
        words.containsKey("ask." + id)
            ? words.getString("ask." + id)
            : question.path("label").asString(id) + "?";
    var all = new ArrayList<>(before);
    all.add(asked);
    var bubble = new LinkedHashMap<String, Object>();
    bubble.put("text", String.join("\n\n", all));
    var choices = new ArrayList<Map<String, String>>();
    for (JsonNode choice : question.path("choices")) {
      String key = "choice." + choice.asString();
      String title = words.containsKey(key) ? words.getString(key) : choice.asString();
      choices.add(Map.of("id", choice.asString(), "title", title));
    }
    if (choices.size() > BUTTONS) {
      bubble.put("list", Map.of("button", words.getString("choose"), "rows", choices));
    } else if (!choices.isEmpty()) {
      bubble.put("buttons", choices);
    }
    return bubble;
  }

  private Map<String, Object> calling(Intent intent, String reason, double sentiment) {
    Map<String, Object> answer = reading(intent, sentiment, "high");
    answer.put("messages", List.of(Map.of("text", words.getString("calling"))));
    answer.put("needs_human", Map.of("reason", reason));
    answer.put("why", intent.code());
    return answer;
  }

  private Map<String, Object> reading(Intent intent, double sentiment, String priority) {
    var answer = new LinkedHashMap<String, Object>();
    answer.put("answers", learnt);
    answer.put("intent", routed.isEmpty() ? intent.code() : routed);
    answer.put("priority", priority);
    answer.put("sentiment", sentiment);
    answer.put("confidence", unclear ? 0.4 : intent == Intent.ANSWER ? 0.7 : 0.9);
    answer.put("version", VERSION);
    return answer;
  }
}
