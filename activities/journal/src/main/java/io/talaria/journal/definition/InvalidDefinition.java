package io.talaria.journal.definition;

import java.util.List;
import java.util.stream.Collectors;

/** A definition that can't be used; its message has a line for each mistake. */
public final class InvalidDefinition extends RuntimeException {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // Logged and shown, never sent anywhere.
  private final List<Mistake> mistakes;

  InvalidDefinition(List<Mistake> mistakes) {
    super(mistakes.stream().map(Mistake::toString).collect(Collectors.joining("\n")));
    this.mistakes = List.copyOf(mistakes);
  }

  /** At least one, in the order of the file. */
  public List<Mistake> mistakes() {
    return mistakes;
  }
}
