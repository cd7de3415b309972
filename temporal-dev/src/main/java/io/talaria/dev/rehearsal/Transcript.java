package io.talaria.dev.rehearsal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The story so far, by the candidate's clock. Written by several threads. */
final class Transcript {
  /** What happens to the journey, rather than is said. */
  static final String JOURNEY = "·";

  private static final int WIDTH = 88;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("EEE d MMM HH:mm:ss", Locale.ENGLISH);

  private final ZoneId zone;
  private final List<Entry> entries = new ArrayList<>();

  Transcript(ZoneId zone) {
    this.zone = zone;
  }

  private record Entry(Instant at, String who, String what) {}

  synchronized void note(Instant at, String who, String what) {
    entries.add(new Entry(at, who, what));
  }

  /** A time for people, with its day. */
  String moment(Instant at) {
    return MOMENT.format(at.atZone(zone));
  }

  /** Lines for people: a date where a day begins, then time, speaker, words. */
  synchronized List<String> lines() {
    var lines = new ArrayList<String>();
    LocalDate day = null;
    int widest = entries.stream().mapToInt(entry -> entry.who().length()).max().orElse(0);
    for (Entry entry : entries) {
      ZonedDateTime at = entry.at().atZone(zone);
      if (!at.toLocalDate().equals(day)) {
        day = at.toLocalDate();
        lines.add("  " + DAY.format(day));
      }
      String head = "  %s  %s".formatted(TIME.format(at), padded(entry.who(), widest));
      for (String line : wrapped(entry.what())) {
        lines.add((head + "  " + line).stripTrailing());
        head = " ".repeat(head.length());
      }
    }
    return List.copyOf(lines);
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  private static List<String> wrapped(String text) {
    var lines = new ArrayList<String>();
    for (String paragraph : text.split("\n", -1)) {
      var line = new StringBuilder();
      for (String word : paragraph.split(" ", -1)) {
        if (!line.isEmpty() && line.length() + 1 + word.length() > WIDTH) {
          lines.add(line.toString());
          line.setLength(0);
        }
        line.append(line.isEmpty() ? "" : " ").append(word);
      }
      lines.add(line.toString());
    }
    return lines;
  }
}
