package io.talaria.dev.storm.people;

import java.util.UUID;

/** Somebody who may hold journeys. */
public record Operator(UUID id, String name, boolean lead) {}
