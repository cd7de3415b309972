package io.talaria.journal.send;

import org.jspecify.annotations.Nullable;

/** What a call to a channel came to. */
public sealed interface CallOutcome {
  /** The channel has it under this id. */
  record Accepted(String channelId) implements CallOutcome {}

  /**
   * The channel definitely does not have it.
   *
   * @param code the channel's number, if it gave one
   * @param treatment a name of the channel's error table
   * @param detail the channel's words; they name nobody
   * @param later whether the same request may succeed later
   */
  record Refused(@Nullable Integer code, String treatment, @Nullable String detail, boolean later)
      implements CallOutcome {

    /**
     * Whether the channel refuses the number's sends, this one or any other, until a person has
     * seen to the account.
     */
    boolean forTheAccount() {
      return later && treatment.equals(Treatment.ACCOUNT.name());
    }
  }

  /**
   * Nobody knows whether the channel has it.
   *
   * @param detail what was seen; names nobody
   */
  record Unknown(String detail) implements CallOutcome {}
}
