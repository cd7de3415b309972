package io.talaria.dev.whatsapp;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message as the phone shows it.
 *
 * @param at WhatsApp's timestamp
 * @param tick how far it got: {@code waiting}, {@code sent}, {@code delivered}, {@code read}
 * @param chosen id of the button or row that was tapped
 * @param quote text of the message that a tap answers
 * @param file id of the file that it brings
 * @param note what the page says under it, such as an answer that was dropped
 */
record Line(
    String wamid,
    boolean fromCandidate,
    String type,
    String text,
    List<Choice> choices,
    @Nullable String listLabel,
    Instant at,
    String tick,
    @Nullable String chosen,
    @Nullable String quote,
    @Nullable String file,
    @Nullable String note) {

  static Line received(String wamid, Outgoing outgoing, Instant at, @Nullable String note) {
    return new Line(
        wamid,
        false,
        outgoing.type(),
        outgoing.text(),
        outgoing.choices(),
        outgoing.listLabel(),
        at,
        "sent",
        null,
        null,
        null,
        note);
  }

  static Line brought(String wamid, String type, String caption, Instant at, String file) {
    return new Line(
        wamid, true, type, caption, List.of(), null, at, "waiting", null, null, file, null);
  }

  static Line written(String wamid, String type, String text, Instant at, @Nullable String quote) {
    return new Line(
        wamid, true, type, text, List.of(), null, at, "waiting", null, quote, null, null);
  }

  Line withTick(String tick) {
    return new Line(
        wamid, fromCandidate, type, text, choices, listLabel, at, tick, chosen, quote, file, note);
  }

  Line withChosen(String id) {
    return new Line(
        wamid, fromCandidate, type, text, choices, listLabel, at, tick, id, quote, file, note);
  }
}
