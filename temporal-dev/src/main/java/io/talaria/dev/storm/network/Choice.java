package io.talaria.dev.storm.network;

/** Something to tap. */
public record Choice(String id, String title, String reply) {}
