package io.talaria.journal.listing;

import io.talaria.journal.definition.Folded;
import io.talaria.journal.listing.Columns.Column;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes a listing of the texts that a client gives for it. */
public final class SaidReader {
  private static final int THINGS = 30;
  private static final int WORD = 80;
  private static final Pattern PARTS = Pattern.compile("[|,;\\n]");
  private static final Pattern CONTROLS = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]");
  private static final List<DateTimeFormatter> DATES =
      Stream.of("uuuu-MM-dd", "d/M/uuuu", "d-M-uuuu", "d.M.uuuu")
          .map(p -> DateTimeFormatter.ofPattern(p).withResolverStyle(ResolverStyle.STRICT))
          .toList();
  private static final Map<String, String> LANGUAGES =
      Map.ofEntries(
          Map.entry("pt", "pt"),
          Map.entry("pt br", "pt"),
          Map.entry("pt pt", "pt"),
          Map.entry("portugues", "pt"),
          Map.entry("portuguese", "pt"),
          Map.entry("es", "es"),
          Map.entry("espanhol", "es"),
          Map.entry("espanol", "es"),
          Map.entry("spanish", "es"),
          Map.entry("en", "en"),
          Map.entry("ingles", "en"),
          Map.entry("english", "en"));
  private static final Map<String, Boolean> STATES =
      Map.ofEntries(
          Map.entry("open", true),
          Map.entry("aberta", true),
          Map.entry("aberto", true),
          Map.entry("abierta", true),
          Map.entry("abierto", true),
          Map.entry("ativa", true),
          Map.entry("active", true),
          Map.entry("closed", false),
          Map.entry("fechada", false),
          Map.entry("fechado", false),
          Map.entry("encerrada", false),
          Map.entry("cerrada", false),
          Map.entry("cerrado", false),
          Map.entry("inactive", false));

  private final Map<Column, String> texts;

  private SaidReader(Map<Column, String> texts) {
    this.texts = texts;
  }

  /**
   * By the columns' names, as in a file's header.
   *
   * @throws Refused with the first thing that is wrong
   */
  public static Listing.Said of(Map<String, String> textsByName) {
    var names = List.copyOf(textsByName.keySet());
    var texts = names.stream().map(name -> textsByName.getOrDefault(name, "")).toList();
    return read(Columns.of(names).read(texts));
  }

  /**
   * @throws Refused with the first thing that is wrong
   */
  static Listing.Said read(Map<Column, String> texts) {
    return new SaidReader(texts).read();
  }

  private Listing.Said read() {
    LocalDate opened = date(Column.OPENED_ON).orElse(null);
    LocalDate closes = date(Column.CLOSES_ON).orElse(null);
    if (closes != null && opened != null && closes.isBefore(opened)) {
      throw new Refused(Refusal.of("dates", opened, closes));
    }
    return new Listing.Said(
        needed(Column.REFERENCE, 100),
        needed(Column.TITLE, 200),
        optional(Column.COMPANY, 200),
        text(Column.DESCRIPTION, 10_000),
        one(Column.LANGUAGE, t -> Optional.ofNullable(LANGUAGES.get(Folded.of(t))), "pt, es, en")
            .orElseGet(this::languageByCountry),
        optional(Column.CITY, 100),
        optional(Column.REGION, 100),
        country(),
        one(Column.WORKPLACE, Workplace::named, names(Workplace.values())).orElse(Workplace.OFFICE),
        list(Column.SHIFTS).stream().map(this::shift).distinct().toList(),
        list(Column.SKILLS),
        list(Column.MUST_HAVES),
        link(),
        opened,
        closes,
        one(Column.STATUS, t -> Optional.ofNullable(STATES.get(Folded.of(t))), "open, closed")
            .orElse(true));
  }

  private String text(Column column, int most) {
    String text = texts.getOrDefault(column, "");
    if (text.length() > most) {
      throw new Refused(Refusal.of("too_long", column.shown(), text.length(), most));
    }
    if (CONTROLS.matcher(text).find()) {
      throw new Refused(Refusal.of("character", column.shown()));
    }
    return text;
  }

  private String needed(Column column, int most) {
    String text = text(column, most);
    if (text.isEmpty()) {
      throw new Refused(Refusal.of("missing", column.shown()));
    }
    return text;
  }

  private @Nullable String optional(Column column, int most) {
    String text = text(column, most);
    return text.isEmpty() ? null : text;
  }

  private List<String> list(Column column) {
    List<String> things =
        PARTS
            .splitAsStream(text(column, THINGS * WORD))
            .map(String::strip)
            .filter(thing -> !thing.isEmpty())
            .distinct()
            .toList();
    if (things.size() > THINGS) {
      throw new Refused(Refusal.of("too_many", column.shown(), things.size(), THINGS));
    }
    for (String thing : things) {
      if (thing.length() > WORD) {
        throw new Refused(Refusal.of("too_long", column.shown(), thing.length(), WORD));
      }
    }
    return things;
  }

  private Shift shift(String text) {
    return Shift.named(text).orElseThrow(() -> unknown(Column.SHIFTS, text, names(Shift.values())));
  }

  private <T> Optional<T> one(Column column, Function<String, Optional<T>> named, String expected) {
    String text = text(column, 1_000);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<T> value = named.apply(text);
    if (value.isEmpty()) {
      throw unknown(column, text, expected);
    }
    return value;
  }

  private static Refused unknown(Column column, String text, String expected) {
    String quoted = text.length() > 40 ? text.substring(0, 40) + "…" : text;
    return new Refused(Refusal.of("unknown_value", column.shown(), quoted, expected));
  }

  /** Portuguese, unless the country's people speak another of the three. */
  private String languageByCountry() {
    String country = country();
    if (country == null || country.equals("BR") || country.equals("PT")) {
      return "pt";
    }
    return Locale.of("", country).getCountry().matches("GB|US|IE|CA|AU|NZ|IN|ZA|NG|KE|PH|SG")
        ? "en"
        : "es";
  }

  private @Nullable String country() {
    String text = optional(Column.COUNTRY, 100);
    if (text == null) {
      return null;
    }
    String code = text.toUpperCase(Locale.ROOT);
    if (!Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(code)) {
      throw new Refused(Refusal.of("country", Column.COUNTRY.shown()));
    }
    return code;
  }

  private @Nullable String link() {
    String link = optional(Column.LINK, 2_000);
    if (link != null && !link.matches("https?://[^\\s]+")) {
      throw new Refused(Refusal.of("link", Column.LINK.shown()));
    }
    return link;
  }

  private Optional<LocalDate> date(Column column) {
    String text = text(column, 100);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    for (DateTimeFormatter format : DATES) {
      try {
        return Optional.of(LocalDate.parse(text, format));
      } catch (DateTimeException e) {
        // Another way to write a date is tried.
      }
    }
    throw new Refused(Refusal.of("date", column.shown(), text));
  }

  private static String names(Enum<?>[] values) {
    return Arrays.stream(values)
        .map(value -> value.name().toLowerCase(Locale.ROOT).replace('_', ' '))
        .collect(Collectors.joining(", "));
  }
}
