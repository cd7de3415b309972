package io.talaria.dev.whatsapp;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a phone behaves without a hand on it.
 *
 * @param language of its canned answers: {@code pt}, {@code es} or {@code en}
 * @param opening what it writes by itself
 * @param answers so many questions it answers, then it falls silent
 * @param lastWords what it writes instead of the answer after those; silence when absent
 */
record Script(String language, List<String> opening, int answers, @Nullable String lastWords) {}
