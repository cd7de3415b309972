package io.talaria.journal.listing;

import io.talaria.journal.definition.Folded;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Where a job is done. */
public enum Workplace {
  OFFICE("office", "on site", "onsite", "presencial", "escritorio", "oficina", "in person"),
  HYBRID("hybrid", "hibrido", "hibrida"),
  REMOTE("remote", "remoto", "remota", "home office", "teletrabajo", "teletrabalho", "anywhere");

  private final List<String> names;

  Workplace(String... names) {
    this.names = List.of(names);
  }

  /** By its name in any of the three languages, however it is written; empty for another word. */
  public static Optional<Workplace> named(String text) {
    String folded = Folded.of(text);
    return Arrays.stream(values()).filter(place -> place.names.contains(folded)).findFirst();
  }
}
