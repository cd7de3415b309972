package io.talaria.journal.definition;

import io.talaria.journey.Phase;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the rehearsals of a definition from YAML and tells every mistake with its line. */
public final class RehearsalReader {

  /** A Wednesday of no consequence. */
  private static final LocalDateTime START = LocalDateTime.of(2026, 3, 4, 10, 0);

  private static final List<String> SETTING =
      List.of("candidate", "country", "language", "clock", "zone", "listings", "phase");

  private final Definition definition;
  private final BeatReader beats;

  private RehearsalReader(Definition definition) {
    this.definition = definition;
    this.beats = new BeatReader(definition);
  }

  /**
   * Reads rehearsals; what they name of the definition must be there.
   *
   * @param file its name, for messages
   * @throws InvalidDefinition with every mistake that was found
   */
  public static List<Rehearsal> read(String file, String yaml, Definition definition) {
    return read(file, new Page(file), yaml, definition);
  }

  static List<Rehearsal> read(String file, Page page, String yaml, Definition definition) {
    Place root = page.compose(yaml, "a list of rehearsals", "- rehearsal: Ana goes all the way");
    List<Rehearsal> read = new RehearsalReader(definition).read(file, root);
    page.check();
    return read;
  }

  private List<Rehearsal> read(String file, Place root) {
    var names = new HashSet<String>();
    var read = new ArrayList<Rehearsal>();
    for (Place place : root.list("rehearsals", "- rehearsal: Ana goes all the way", 1, 500)) {
      Keys keys = place.keys("a rehearsal", List.of("rehearsal", "story"), SETTING);
      Place namePlace = keys.at("rehearsal");
      String name = namePlace.text("a rehearsal's name", "Ana goes all the way", 120);
      if (!name.isEmpty() && !names.add(name)) {
        namePlace.mistake("each rehearsal's name once", "another name", namePlace.found());
      }
      read.add(new Rehearsal(file, place.line(), name, setting(keys), story(keys.at("story"))));
    }
    return List.copyOf(read);
  }

  private List<Rehearsal.Line> story(Place place) {
    List<Rehearsal.Line> story =
        place.list("what happens", "- says: oi", 1, 1000).stream()
            .map(beat -> new Rehearsal.Line(beat.line(), beats.read(beat)))
            .toList();
    if (!story.isEmpty()
        && story.stream().noneMatch(line -> line.beat() instanceof Beat.Expectation)) {
      place.mistake("a story that expects something", "- expects: Hello", "no expectation");
    }
    return story;
  }

  private Rehearsal.Setting setting(Keys keys) {
    String country =
        keys.maybe("country").map(Countries::of).filter(code -> !code.isEmpty()).orElse(null);
    String language =
        keys.maybe("language")
            .map(place -> place.name("a language of the definition", languages()))
            .orElseGet(() -> definition.languageOf(country));
    return new Rehearsal.Setting(
        keys.maybe("candidate").map(p -> p.text("a name", "Ana", 40)).orElse("Candidate"),
        country,
        language,
        keys.maybe("clock").map(Moment::readDate).orElse(START),
        keys.maybe("zone").map(RehearsalReader::zone).orElseGet(this::zone),
        keys.maybe("listings").map(RehearsalReader::listings).orElse(List.of()),
        keys.maybe("phase").map(RehearsalReader::phase).orElse(null));
  }

  /** Jobs: a title each, or a group with what the job offers. */
  static List<Rehearsal.Listing> listings(Place place) {
    var references = new HashSet<String>();
    var listings = new ArrayList<Rehearsal.Listing>();
    for (Place entry : place.list("jobs", "[Cashier]", 1, 100)) {
      if (!entry.isGroup()) {
        String title = entry.text("a job's title", "Cashier", 200);
        listings.add(new Rehearsal.Listing(title, title, Map.of()));
        continue;
      }
      Keys keys = entry.keys("a job", List.of("id", "title"), List.of("fits"));
      String reference = keys.at("id").text("a job's id", "cashier", 100);
      if (!reference.isEmpty() && !references.add(reference)) {
        keys.at("id").mistake("each job's id once", "another id", keys.at("id").found());
      }
      var fits = new LinkedHashMap<String, String>();
      keys.maybe("fits")
          .ifPresent(
              group ->
                  group
                      .anyKeys("what it offers")
                      .all()
                      .forEach((part, value) -> fits.put(part, value.text("a text", "Rio", 200))));
      listings.add(
          new Rehearsal.Listing(reference, keys.at("title").text("a title", "Cashier", 200), fits));
    }
    return List.copyOf(listings);
  }

  /** Of who hides where they are: the team's. */
  private ZoneId zone() {
    Hours hours = definition.hours();
    return hours == null ? ZoneOffset.UTC : hours.zone();
  }

  private List<String> languages() {
    return definition.plan().languages();
  }

  private static Phase phase(Place place) {
    List<String> words =
        Arrays.stream(Phase.values()).map(one -> one.name().toLowerCase(Locale.ROOT)).toList();
    return Phase.valueOf(place.word("a phase", words).toUpperCase(Locale.ROOT));
  }

  private static ZoneId zone(Place place) {
    String zone = place.text("a time zone", "America/Sao_Paulo", 60, TimesReader.ZONE);
    try {
      return zone.isEmpty() ? ZoneOffset.UTC : ZoneId.of(zone);
    } catch (DateTimeException e) {
      String nearest = Nearest.of(zone, ZoneId.getAvailableZoneIds().stream().sorted().toList());
      place.mistake("a time zone", nearest, place.found());
      return ZoneOffset.UTC;
    }
  }
}
