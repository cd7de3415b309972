package io.talaria.port;

/**
 * What local activities are given as it is, without being written and read as JSON. Nobody may
 * change anything of it, since the journey goes on with what it consists of, and it is never what
 * an activity answers: histories keep answers.
 */
public interface GivenLocally {}
