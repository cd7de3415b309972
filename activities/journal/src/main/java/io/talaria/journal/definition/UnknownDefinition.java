package io.talaria.journal.definition;

/** A definition that isn't there under this name, or never was in this plan. */
public final class UnknownDefinition extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  UnknownDefinition(String sentence) {
    super(sentence);
  }
}
