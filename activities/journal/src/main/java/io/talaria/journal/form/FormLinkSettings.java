package io.talaria.journal.form;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param linkSecret signs links to forms; the same one for worker and gateway. Null where no
 *     definition has a form
 * @param previousLinkSecret still believed while the secret is being changed
 */
@ConfigurationProperties("talaria.forms")
record FormLinkSettings(@Nullable String linkSecret, @Nullable String previousLinkSecret) {
  private static final int SHORTEST = 16;

  FormLinkSettings {
    demand(linkSecret, "talaria.forms.link-secret");
    demand(previousLinkSecret, "talaria.forms.previous-link-secret");
  }

  private static void demand(@Nullable String secret, String key) {
    if (secret != null && !secret.isBlank() && secret.length() < SHORTEST) {
      throw new IllegalArgumentException(
          key + " must have at least 16 characters, since it signs links that strangers see");
    }
  }

  /** Secrets never reach a log. */
  @Override
  public String toString() {
    return "FormLinkSettings";
  }
}
