package io.talaria.worker.interleaving;

import java.util.function.Function;

/**
 * Something that the journal is asked, and what is compared of its answer.
 *
 * @param words for whoever reads of a disagreement
 */
record Question(String words, Function<Rows, Object> answer) {}
