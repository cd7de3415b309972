package io.talaria.journey;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answers of a web form that the candidate filled in.
 *
 * @param formId the form's id, as its definition's step names it
 * @param fields as its provider named them; texts, numbers in plain digits, {@code true} or {@code
 *     false}
 * @param outdated true when the link had expired, or was made for an earlier journey; null when it
 *     wasn't
 */
public record FormAnswers(
    String formId,
    Map<String, String> fields,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean outdated) {

  /** Answers that came in time. */
  public FormAnswers(String formId, Map<String, String> fields) {
    this(formId, fields, null);
  }

  /** Whether a step may take them as its answer; else they are for people to look at. */
  public boolean counts() {
    return !Boolean.TRUE.equals(outdated);
  }
}
