package io.talaria.journal.listing;

import io.talaria.journal.definition.Folded;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** When a job is done. */
public enum Shift {
  MORNING("morning", "mornings", "manha", "manana", "de manha", "por la manana", "matutino"),
  AFTERNOON("afternoon", "afternoons", "tarde", "a tarde", "por la tarde", "vespertino"),
  EVENING("evening", "evenings", "noitinha", "atardecer"),
  NIGHT("night", "nights", "noite", "noche", "a noite", "por la noche", "noturno", "nocturno"),
  FULL_DAY(
      "full day",
      "full time",
      "day",
      "integral",
      "dia",
      "comercial",
      "horario comercial",
      "jornada completa",
      "completo"),
  WEEKEND("weekend", "weekends", "fim de semana", "final de semana", "fin de semana"),
  ROTATING("rotating", "rotativo", "escala", "rotativos", "turnos", "turnos rotativos"),
  /** Any time; fits whoever wishes one. */
  FLEXIBLE("flexible", "flexivel", "any", "qualquer", "cualquiera", "livre", "libre");

  private final List<String> names;

  Shift(String... names) {
    this.names = List.of(names);
  }

  /** By its name in any of the three languages, however it is written; empty for another word. */
  public static Optional<Shift> named(String text) {
    String folded = Folded.of(text);
    return Arrays.stream(values()).filter(shift -> shift.names.contains(folded)).findFirst();
  }
}
