package io.talaria.worker.bot.http;

import io.talaria.port.BotFault;

/** An answer that can't be used; asking again would bring the same. */
final class Unfit extends Exception {
  private static final long serialVersionUID = 1L;

  private final BotFault fault;

  Unfit(BotFault fault) {
    super(fault.code(), null, false, false);
    this.fault = fault;
  }

  BotFault fault() {
    return fault;
  }
}
