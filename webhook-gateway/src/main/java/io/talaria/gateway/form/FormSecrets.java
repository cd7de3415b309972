package io.talaria.gateway.form;

import io.talaria.gateway.signed.BodySignature;
import io.talaria.gateway.start.StartRefused;
import io.talaria.journal.form.FormLinks;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Which forms are known, and how their providers sign. */
@Component
class FormSecrets {
  private static final String DEMO = "demo-";

  private final Map<String, BodySignature> byForm = new HashMap<>();

  FormSecrets(FormSettings settings, FormLinks links, Environment environment) {
    boolean production = environment.acceptsProfiles(Profiles.of("production"));
    if (!settings.known().isEmpty() && !links.configured()) {
      throw new StartRefused(
          "Forms are configured, but talaria.forms.link-secret is not set.",
          "Set it to what the worker has: it signs the links to forms.");
    }
    if (production && links.isDemo()) {
      throw new StartRefused(
          "talaria.forms.link-secret is the demo's, which everybody knows.",
          "Set a secret of your own, or leave out the profile 'production'.");
    }
    for (FormSettings.Form form : settings.known()) {
      if (production && form.secret().startsWith(DEMO)) {
        throw new StartRefused(
            "The secret of form %s is the demo's, which everybody knows.".formatted(form.id()),
            "Set a secret of your own, or leave out the profile 'production'.");
      }
      if (byForm.put(form.id(), new BodySignature(form.secret(), form.previousSecret())) != null) {
        throw new StartRefused(
            "talaria.forms.known names %s twice.".formatted(form.id()),
            "Leave one of them out; previous-secret is for changing a secret.");
      }
    }
  }

  Optional<BodySignature> of(String formId) {
    return Optional.ofNullable(byForm.get(formId));
  }
}
