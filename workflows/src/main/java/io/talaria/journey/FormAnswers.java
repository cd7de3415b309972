package io.talaria.journey;

import java.util.Map;

/**
 * The answers of a web form that the candidate filled in.
 *
 * @param formId the form's id, as its definition's step names it
 * @param fields as its provider named them; texts, numbers in plain digits, {@code true} or {@code
 *     false}
 */
public record FormAnswers(String formId, Map<String, String> fields) {}
