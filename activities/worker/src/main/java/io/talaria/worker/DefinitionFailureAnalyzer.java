package io.talaria.worker;

import io.talaria.journal.definition.InvalidDefinition;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells whoever starts the worker where the definition is wrong, instead of a trace. */
class DefinitionFailureAnalyzer extends AbstractFailureAnalyzer<InvalidDefinition> {
  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, InvalidDefinition cause) {
    return new FailureAnalysis(
        "A definition can't be used:\n\n" + cause.getMessage(),
        "Correct the file and start again. Nothing was published.",
        cause);
  }
}
