package io.talaria.journal.outside;

import io.talaria.journey.Ending;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What another system says that it said, or found out.
 *
 * @param id made of the system's name and its own id of the report
 * @param inReplyTo WhatsApp's id of a message of the candidate, which tells whom it is about
 * @param messages what it said, in order; may be empty
 * @param step the question that is open; null when none of the definition's is
 * @param needsHuman reason code when a person is needed
 */
public record Report(
    UUID id,
    String inReplyTo,
    Instant at,
    List<Message> messages,
    Map<String, String> answers,
    @Nullable String language,
    @Nullable String stage,
    @Nullable String step,
    boolean awaits,
    @Nullable Ending ending,
    @Nullable String needsHuman) {

  /**
   * @param wamid WhatsApp's id of it, by which its ticks are known; null when it wasn't told
   */
  public record Message(String text, @Nullable String wamid) {}
}
