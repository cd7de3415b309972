package io.talaria.worker;

import io.talaria.journal.definition.UnknownDefinition;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells whoever starts the worker which definition is missing, instead of a trace. */
class UnknownDefinitionFailureAnalyzer extends AbstractFailureAnalyzer<UnknownDefinition> {
  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, UnknownDefinition cause) {
    return new FailureAnalysis(
        String.valueOf(cause.getMessage()),
        "Put the file into the folder that talaria.definitions.path names, or name another"
            + " definition in talaria.whatsapp.numbers[].definition.",
        cause);
  }
}
