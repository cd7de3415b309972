package io.talaria.console.starts;

import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.talaria.console.words.Moments;
import io.talaria.console.words.TwoClocks;
import io.talaria.console.words.Words;
import io.talaria.journal.inbox.InboundMessage.Sender;
import io.talaria.journal.phone.DialledNumbers;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A phone number as somebody types it; says whose country's it is, or what is wrong with it. */
class PhoneInput extends TextField {
  private final Words words = Words.here();
  private final DialledNumbers phones;

  /**
   * @param changed told when another number stands here
   */
  PhoneInput(DialledNumbers phones, Runnable changed) {
    this.phones = phones;
    setLabel(words.say("starts.phone"));
    setPlaceholder(words.say("starts.phone.example"));
    setHelperText(words.say("starts.phone.what"));
    setRequiredIndicatorVisible(true);
    setAutofocus(true);
    setValueChangeMode(ValueChangeMode.ON_BLUR);
    addValueChangeListener(
        change -> {
          dialled();
          changed.run();
        });
  }

  /** Whose number it is; empty while it is none. */
  Optional<Sender> person(@Nullable String name) {
    return phones.person(getValue().strip(), name);
  }

  /** Says what is wrong with a number that is none. */
  void complain() {
    String typed = getValue().strip();
    String fault =
        typed.isEmpty() ? "missing" : phones.fault(typed).map(Enum::name).orElse("NO_NUMBER");
    wrong(words.say("starts.phone." + fault));
  }

  /** Says why nobody may write to it. */
  void wrong(String sentence) {
    setErrorMessage(sentence);
    setInvalid(true);
  }

  private void dialled() {
    setInvalid(false);
    Optional<Sender> person = person(null);
    setHelperText(person.map(this::where).orElse(words.say("starts.phone.what")));
    if (person.isEmpty() && !getValue().isBlank()) {
      complain();
    }
  }

  private String where(Sender person) {
    String code = person.country();
    String country = code == null ? "" : Locale.of("", code).getDisplayCountry(words.locale());
    return TwoClocks.known(person.zone())
        .map(
            there ->
                words.say(
                    "starts.phone.where",
                    "country",
                    country,
                    "t",
                    new Moments(words, there).minute(Instant.now())))
        .orElse(country);
  }
}
