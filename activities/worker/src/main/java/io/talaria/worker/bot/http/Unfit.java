package io.talaria.worker.bot.http;

import io.talaria.port.BotFault;
import org.jspecify.annotations.Nullable;

/** An answer that can't be used; asking again would bring the same. */
final class Unfit extends Exception {
  private static final long serialVersionUID = 1L;

  private final BotFault fault;
  private final @Nullable String detail;

  Unfit(BotFault fault) {
    this(fault, null);
  }

  /**
   * @param detail what was expected where, in the definition's ids; never a word of the answer
   */
  Unfit(BotFault fault, @Nullable String detail) {
    super(fault.code(), null, false, false);
    this.fault = fault;
    this.detail = detail;
  }

  BotFault fault() {
    return fault;
  }

  /** What was expected where; null when the fault says enough. */
  @Nullable String detail() {
    return detail;
  }
}
