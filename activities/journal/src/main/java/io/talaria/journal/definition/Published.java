package io.talaria.journal.definition;

/**
 * A definition as it was published.
 *
 * @param definition its plan carries the number; its times last as long as this installation says
 */
public record Published(Definition definition, int plan, int textRevision) {
  /** How people and records name it: {@code v12.3}. */
  public String version() {
    return "v%d.%d".formatted(plan, textRevision);
  }
}
