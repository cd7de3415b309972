package io.talaria.journey;

/** The number's conversations are in this phase from now on. */
public record PhaseChanged(Phase phase) {}
