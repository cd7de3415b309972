package io.talaria.worker.bot;

import io.talaria.journal.definition.Answer;
import io.talaria.journal.definition.Step.Ask;
import io.talaria.port.Kept;
import io.talaria.port.Outbound.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts questions to the candidate. */
final class Prompts {
  /** The id of the choice that is none of those offered. */
  static final String NONE = "none";

  /** The id of the button that says that no more photos come. */
  static final String DONE = "done";

  private Prompts() {}

  /** How this is asked now; empty when there is nothing to choose from, so that it is passed. */
  static Optional<Prompt> of(Scene scene, Ask ask) {
    String text = scene.say(ask.text());
    return switch (ask.answer()) {
      case Answer.OneOf oneOf -> Optional.of(choices(scene, ask, oneOf, text));
      case Answer.Form form -> Optional.of(Prompt.plain(form(scene, ask, form, text)));
      case Answer.Photos photos -> Optional.of(photos(scene, ask, photos, text));
      case Answer.Listings listings -> listings(scene, ask, listings, text);
      case Answer.Interview interview ->
          Optional.of(Interviews.prompt(scene, ask, interview, text));
      case Answer.Time time ->
          Optional.of(
              Prompt.plain(
                  Filled.in(text, Map.of("time", said(scene, Waits.ends(scene, ask, time))))));
      case Answer.FreeText ignored -> Optional.of(Prompt.plain(text));
      case Answer.WholeNumber ignored -> Optional.of(Prompt.plain(text));
      case Answer.Day ignored -> Optional.of(Prompt.plain(text));
      case Answer.Email ignored -> Optional.of(Prompt.plain(text));
      case Answer.Phone ignored -> Optional.of(Prompt.plain(text));
      case Answer.Document ignored -> Optional.of(Prompt.plain(text));
      case Answer.Person ignored -> Optional.of(Prompt.plain(text));
    };
  }

  private static String said(Scene scene, java.time.Instant at) {
    return Filled.moment(scene.here(at), scene.language());
  }

  private static Prompt choices(Scene scene, Ask ask, Answer.OneOf oneOf, String text) {
    List<Choice> choices =
        oneOf.options().stream()
            .map(o -> new Choice(ChoiceIds.of(ask.id(), o.id()), scene.say(o.title())))
            .toList();
    return new Prompt(text, choices, button(scene, oneOf));
  }

  private static @Nullable String button(Scene scene, Answer.OneOf oneOf) {
    return oneOf.button() == null ? null : scene.say(oneOf.button());
  }

  private static String form(Scene scene, Ask ask, Answer.Form form, String text) {
    String link =
        scene.lookups().form(scene.turn(), ask.id(), form.url(), scene.now().plus(form.valid()));
    return text.contains("{link}") ? Filled.in(text, Map.of("link", link)) : text + "\n" + link;
  }

  /** Who has sent enough may say so by a button. */
  static Prompt photos(Scene scene, Ask ask, Answer.Photos photos, String text) {
    int sent = Photos.sent(scene, ask);
    String filled =
        Filled.in(
            text, Map.of("sent", "" + sent, "min", "" + photos.min(), "max", "" + photos.max()));
    return sent < photos.min()
        ? Prompt.plain(filled)
        : Prompt.buttons(
            filled, new Choice(ChoiceIds.of(ask.id(), DONE), scene.say(photos.done())));
  }

  private static Optional<Prompt> listings(
      Scene scene, Ask ask, Answer.Listings listings, String text) {
    Lookups.Sought sought = Wishing.of(scene, ask, listings);
    List<Lookups.Offer> offers = scene.lookups().offers(scene.turn(), scene.language(), sought);
    if (offers.isEmpty()) {
      return Optional.empty();
    }
    var rows = new ArrayList<Choice>();
    offers.forEach(
        offer ->
            rows.add(
                new Choice(
                    ChoiceIds.of(ask.id(), offer.reference()),
                    offer.title(),
                    offer.why().isEmpty() ? null : offer.why())));
    scene
        .definition()
        .texts()
        .more("none_of_these")
        .ifPresent(title -> rows.add(new Choice(ChoiceIds.of(ask.id(), NONE), scene.say(title))));
    List<Kept.Listed> kept =
        offers.stream().map(o -> new Kept.Listed(o.reference(), o.grounds())).toList();
    return Optional.of(new Prompt(text, List.copyOf(rows), scene.say(listings.button()), kept));
  }
}
