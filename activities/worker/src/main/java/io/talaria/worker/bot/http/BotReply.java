package io.talaria.worker.bot.http;

import io.talaria.port.BotFault;

/** What one request to a bot from outside came to. */
sealed interface BotReply {
  /** It answered with JSON of a size that is read; nobody has looked into it yet. */
  record Json(byte[] body) implements BotReply {}

  /** It didn't. */
  record Failed(BotFault fault) implements BotReply {}
}
