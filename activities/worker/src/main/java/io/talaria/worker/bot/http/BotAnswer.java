package io.talaria.worker.bot.http;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An answer as the contract's version 1 writes it, in snake case; nothing in it is checked yet. */
record BotAnswer(
    @Nullable List<Message> messages,
    @Nullable Map<String, String> answers,
    @Nullable String language,
    @Nullable String stage,
    @Nullable String step,
    @Nullable Boolean expectsAnswer,
    @Nullable String ending,
    @Nullable NeedsHuman needsHuman,
    @Nullable String intent,
    @Nullable String priority,
    @Nullable Double sentiment,
    @Nullable Double confidence,
    @Nullable Map<String, String> entities,
    @Nullable String version,
    @Nullable String why) {

  /** A bubble: a text, alone, over buttons or over a list. */
  record Message(@Nullable String text, @Nullable List<Choice> buttons, @Nullable Menu list) {}

  /** Something to tap. */
  record Choice(@Nullable String id, @Nullable String title) {}

  /** A list and the button that opens it. */
  record Menu(@Nullable String button, @Nullable List<Choice> rows) {}

  /** A person must go on, for this reason. */
  record NeedsHuman(@Nullable String reason) {}
}
