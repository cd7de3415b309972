package io.talaria.port;

/**
 * What local activities are given as it is, without being written and read as JSON. Must be
 * immutable all through, since the journey goes on with what it consists of, and is never what an
 * activity answers: histories keep answers.
 */
public interface GivenLocally {}
