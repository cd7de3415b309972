package io.talaria.gateway.form;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The web forms whose answers are taken.
 *
 * @param known empty where there are none: every call is answered 404 then
 */
@Validated
@ConfigurationProperties("talaria.forms")
record FormSettings(@DefaultValue List<@Valid Form> known) {
  /**
   * @param id the form's id, as definitions name it
   * @param secret with which its provider signs what it sends
   * @param previousSecret still accepted while the secret is being changed
   */
  record Form(
      @NotBlank(message = "is missing: the form's id, as its definition's step names it")
          @Pattern(
              regexp = "[a-z0-9][a-z0-9_-]{0,63}",
              message = "must be of a-z, 0-9, - and _, 64 at most")
          String id,
      @NotBlank(message = "is missing: the secret with which the form's provider signs")
          @Size(min = 16, message = "must have at least 16 characters")
          String secret,
      @Nullable String previousSecret) {}

  /** Secrets never reach a log. */
  @Override
  public String toString() {
    return "FormSettings" + known.stream().map(Form::id).toList();
  }
}
