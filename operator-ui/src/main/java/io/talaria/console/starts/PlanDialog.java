package io.talaria.console.starts;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.Notification.Position;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.talaria.console.live.Background;
import io.talaria.console.login.SignedIn;
import io.talaria.console.shell.CtrlEnter;
import io.talaria.console.starts.Planning.Offer;
import io.talaria.console.words.MomentField;
import io.talaria.console.words.Moments;
import io.talaria.console.words.TwoClocks;
import io.talaria.console.words.Words;
import io.talaria.journal.inbox.InboundMessage.Sender;
import io.talaria.journal.inbox.OurNumber;
import io.talaria.journal.planned.StartWish;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Plans a conversation with somebody: whom, when, with which definition, and why they may be. */
class PlanDialog extends Dialog {
  private static final int LONGEST_NAME = 120;
  private static final int LONGEST_AGREEMENT = 1_000;

  private final Words words = Words.here();
  private final Moments moments = Moments.here();
  private final StartSentences sentences = new StartSentences(moments);
  private final UUID key = UUID.randomUUID();
  private final Planning planning;
  private final Background background;
  private final SignedIn me;
  private final Runnable planned;
  private final PhoneInput phone;
  private final TextField name = new TextField(words.say("starts.name"));
  private final Select<OurNumber> number = new Select<>();
  private final Select<String> definition = new Select<>();
  private final MomentField when = new MomentField(words, words.say("starts.when"));
  private final TextArea agreed = new TextArea(words.say("starts.agreement"));
  private final StartPreview preview = new StartPreview();
  private final Button go = new Button(words.say("starts.plan.do"));
  private boolean asking;

  /**
   * @param planned told when a start was planned
   */
  PlanDialog(Planning planning, Background background, SignedIn me, Offer offer, Runnable planned) {
    this.planning = planning;
    this.background = background;
    this.me = me;
    this.planned = planned;
    this.phone = new PhoneInput(planning.phones(), this::look);
    setHeaderTitle(words.say("starts.plan"));
    setWidth("520px");
    getFooter().add(new Button(words.say("cancel"), click -> close()));
    if (offer.numbers().isEmpty()) {
      add(new Div(words.say("starts.no.number")));
      return;
    }
    fill(offer);
    var form = new Div(phone, name, when, number, definition, agreed, preview);
    form.addClassName("start-form");
    add(form);
    go.addThemeVariants(ButtonVariant.AURA_PRIMARY);
    go.addClickListener(click -> plan());
    CtrlEnter.presses(go);
    getFooter().add(go);
    addAttachListener(attached -> look());
  }

  private void fill(Offer offer) {
    name.setMaxLength(LONGEST_NAME);
    when.setRequiredIndicatorVisible(true);
    when.setHelperText(words.say("starts.when.what", "z", TwoClocks.name(moments.zone())));
    when.setValue(LocalDateTime.ofInstant(moments.soon(), moments.zone()));
    when.addValueChangeListener(changed -> look());
    number.setLabel(words.say("starts.from"));
    number.setItems(offer.numbers());
    number.setItemLabelGenerator(
        one -> words.say("starts.from.one", "id", one.id(), "definition", one.definition()));
    number.setVisible(offer.numbers().size() > 1);
    definition.setLabel(words.say("starts.definition"));
    definition.setItems(offer.definitions());
    number.addValueChangeListener(
        changed -> {
          if (changed.getValue() != null
              && offer.definitions().contains(changed.getValue().definition())) {
            definition.setValue(changed.getValue().definition());
          }
        });
    definition.addValueChangeListener(changed -> look());
    number.setValue(offer.numbers().getFirst());
    agreed.setMaxLength(LONGEST_AGREEMENT);
    agreed.setPlaceholder(words.say("starts.agreement.example"));
    agreed.setHelperText(words.say("starts.agreement.what"));
    agreed.setRequiredIndicatorVisible(true);
    agreed.setMinRows(2);
  }

  private Optional<Sender> person() {
    String called = name.getValue().strip();
    return phone.person(called.isEmpty() ? null : called);
  }

  private @Nullable Instant at() {
    LocalDateTime local = when.getValue();
    return local == null ? null : local.atZone(moments.zone()).toInstant();
  }

  /** Shows what will be sent as things stand in the form. */
  private void look() {
    UI ui = getUI().orElse(null);
    String chosen = definition.getValue();
    Instant at = at();
    if (ui == null || chosen == null || at == null) {
      return;
    }
    // The name changes nothing of what is shown: who types it at once still sees their language.
    Optional<Sender> person = phone.person(null);
    String country = person.map(Sender::country).orElse(null);
    background.run(
        ui,
        () -> planning.preview(me, chosen, country, at),
        found -> {
          // What was chosen meanwhile is on its way.
          if (chosen.equals(definition.getValue())
              && at.equals(at())
              && person.equals(phone.person(null))) {
            found.ifPresent(one -> preview.show(one, at, person.map(Sender::zone).orElse(null)));
          }
        },
        failure -> tell(words.say("error.journal")));
  }

  private void plan() {
    Optional<Sender> person = person();
    Instant at = at();
    boolean fits = true;
    if (person.isEmpty()) {
      phone.complain();
      fits = false;
    }
    if (at == null) {
      wrong(when, words.say("starts.when.missing"));
      fits = false;
    }
    if (definition.getValue() == null) {
      wrong(definition, words.say("starts.definition.missing"));
      fits = false;
    }
    if (agreed.getValue().isBlank()) {
      wrong(agreed, words.say("starts.agreement.missing"));
      fits = false;
    }
    if (!fits) {
      focusWrong();
    } else if (!asking && person.isPresent() && at != null) {
      ask(wish(person.get(), at));
    }
  }

  private void ask(StartWish wish) {
    sending(true);
    for (HasValidation field : List.of(phone, when, number, definition, agreed)) {
      field.setInvalid(false);
    }
    background.run(
        UI.getCurrent(),
        () -> planning.plan(wish),
        answer -> {
          sending(false);
          switch (answer) {
            case StartAnswer.Done done -> {
              close();
              tell(
                  words.say(
                      "starts.planned",
                      "name",
                      wish.candidate().name() == null
                          ? phone.getValue().strip()
                          : wish.candidate().name(),
                      "t",
                      moments.near(done.start().at())));
              planned.run();
            }
            case StartAnswer.Refused refused -> refused(refused);
          }
        },
        failure -> {
          sending(false);
          tell(words.say("starts.unsure"));
        });
  }

  /** The same wish has the same id: a second click, or a second try, plans nothing twice. */
  private StartWish wish(Sender person, Instant at) {
    String agreement = agreed.getValue().strip();
    String said =
        String.join(
            "\n",
            key.toString(),
            person.aliases().toString(),
            String.valueOf(person.name()),
            number.getValue().id(),
            definition.getValue(),
            at.toString(),
            agreement);
    return new StartWish(
        UUID.nameUUIDFromBytes(said.getBytes(StandardCharsets.UTF_8)),
        me.accountId(),
        number.getValue().id(),
        definition.getValue(),
        person,
        at,
        agreement,
        me.name());
  }

  private void refused(StartAnswer.Refused refused) {
    String sentence = sentences.refusal(refused);
    switch (refused.why()) {
      case OPTED_OUT, JOURNEY_OPEN, PLANNED_ALREADY -> wrong(phone, sentence);
      case PAST, TOO_FAR -> wrong(when, sentence);
      case UNKNOWN_DEFINITION, NO_TEMPLATE -> wrong(definition, sentence);
      case UNKNOWN_NUMBER, WATCHED, UNKNOWN, ID_TAKEN, SETTLED, CHANGED -> tell(sentence);
    }
    focusWrong();
  }

  /** To the first field that must be mended; on a phone it may be out of view. */
  private void focusWrong() {
    Stream.<AbstractField<?, ?>>of(phone, when, definition, agreed)
        .filter(field -> field instanceof HasValidation checked && checked.isInvalid())
        .findFirst()
        .ifPresent(field -> field.getElement().callJsFunction("focus"));
  }

  private void sending(boolean now) {
    asking = now;
    go.setEnabled(!now);
  }

  private static void wrong(HasValidation field, String sentence) {
    field.setErrorMessage(sentence);
    field.setInvalid(true);
  }

  private static void tell(String sentence) {
    Notification.show(sentence, 7_000, Position.BOTTOM_START);
  }
}
