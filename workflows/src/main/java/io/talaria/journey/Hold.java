package io.talaria.journey;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who may speak, and what people will say.
 *
 * @param epoch of the brake that this journey's sends carry
 * @param holder null while the bot answers
 * @param scheduled people's words that wait for their time; null means none
 */
public record Hold(long epoch, @Nullable Holder holder, @Nullable List<Scheduled> scheduled) {
  public Hold(long epoch, @Nullable Holder holder) {
    this(epoch, holder, null);
  }

  /** People's words that wait for their time, or for a decision of theirs. */
  public List<Scheduled> waiting() {
    return scheduled == null ? List.of() : scheduled;
  }
}
