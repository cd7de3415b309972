package io.talaria.worker.bot;

import io.talaria.journal.definition.Definition;
import io.talaria.journal.definition.Hours;
import io.talaria.journey.Ending;
import io.talaria.journey.JourneyState;
import io.talaria.journey.rule.Moves;
import io.talaria.journey.rule.ServiceWindow;
import io.talaria.port.Journal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;

/** The state of a journey on paper, its clock, and what is told of it. */
final class PaperBook {
  static final ZoneId CANDIDATES = ZoneId.of("America/Sao_Paulo");

  private final Definition definition;
  private long generation;
  private boolean unrecorded;
  Instant now;

  /** Null once a journey has closed. */
  JourneyState state;

  /** What went wrong; empty is what is promised. */
  final List<String> faults = new ArrayList<>();

  /** The story, for whoever reads a fault. */
  final List<String> story = new ArrayList<>();

  /** What the candidate wrote, by its number. */
  final NavigableMap<Long, String> heard = new TreeMap<>();

  /** How the journeys of this candidate ended. */
  final List<Ending> endings = new ArrayList<>();

  PaperBook(Definition definition, Instant start) {
    this.definition = definition;
    this.now = start;
  }

  /** Another journey begins where none is open. */
  void begin() {
    if (state != null) {
      return;
    }
    Hours hours = definition.hours();
    generation++;
    var opened =
        new Journal.Opened(
            true,
            new UUID(3, generation),
            generation,
            definition.plan(),
            definition.languageOf("BR"),
            1,
            null,
            hours == null ? null : hours.quietAt(CANDIDATES.getId(), now),
            hours == null ? null : hours.officeFrom(now),
            null);
    state = Moves.begun(opened, "1");
  }

  /** Something came in that no revision shows. */
  void untaken() {
    unrecorded = true;
  }

  boolean unrecorded() {
    return unrecorded;
  }

  boolean windowOpen() {
    return ServiceWindow.isOpen(state.silence().windowFrom(), now);
  }

  void hold(JourneyState next) {
    unrecorded |= !next.equals(state);
    state = next;
  }

  void record(JourneyState next) {
    boolean over = state.over();
    state = next.revised();
    unrecorded = false;
    if (!over && state.over()) {
      note("ends: " + state.end().ending());
      endings.add(state.end().ending());
    }
  }

  void note(String what) {
    story.add(now.atZone(CANDIDATES).toLocalDateTime() + " " + what);
  }
}
