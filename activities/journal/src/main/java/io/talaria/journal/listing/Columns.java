package io.talaria.journal.listing;

import io.talaria.journal.definition.Folded;
import io.talaria.journal.definition.Nearest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The columns of a file, by their names in any of the three languages. */
final class Columns {
  private static final String LEFT_OUT = "_";

  private final Map<Column, Integer> positions = new EnumMap<>(Column.class);
  private final int cells;

  private Columns(int cells) {
    this.cells = cells;
  }

  /** What a listing has, with its names; the first is the one that messages use. */
  enum Column {
    REFERENCE("reference", "referencia", "id", "codigo", "code", "ref"),
    TITLE("title", "titulo", "vaga", "cargo", "puesto", "vacante", "job", "position"),
    COMPANY("company", "empresa"),
    DESCRIPTION("description", "descricao", "descripcion"),
    LANGUAGE("language", "idioma", "lingua"),
    CITY("city", "cidade", "ciudad", "place", "local", "lugar"),
    REGION("region", "regiao", "estado", "uf", "state", "provincia", "province"),
    COUNTRY("country", "pais"),
    WORKPLACE("workplace", "modelo", "modalidade", "modalidad", "remote"),
    SHIFTS("shifts", "shift", "turno", "turnos", "horario"),
    SKILLS("skills", "competencias", "habilidades", "tags"),
    MUST_HAVES("must_haves", "must haves", "requisitos", "obrigatorios", "obligatorios"),
    LINK("link", "url", "enlace"),
    OPENED_ON("opened_on", "opened on", "opens", "abertura", "apertura"),
    CLOSES_ON("closes_on", "closes on", "closes", "encerramento", "cierre"),
    STATUS("status", "situacao", "situacion");

    private final List<String> names;

    Column(String... names) {
      this.names = List.of(names);
    }

    String shown() {
      return names.getFirst();
    }

    private boolean is(String folded) {
      return names.stream().map(Folded::of).anyMatch(folded::equals);
    }
  }

  /**
   * @throws Refused where a column isn't known, named twice or missing
   */
  static Columns of(List<String> header) {
    var columns = new Columns(header.size());
    for (int i = 0; i < header.size(); i++) {
      String name = header.get(i).strip();
      if (!name.startsWith(LEFT_OUT) && !name.isEmpty()) {
        Integer before = columns.positions.putIfAbsent(known(name), i);
        if (before != null) {
          throw new Refused(Refusal.of("column_twice", header.get(before).strip(), name));
        }
      }
    }
    for (Column needed : List.of(Column.REFERENCE, Column.TITLE)) {
      if (!columns.positions.containsKey(needed)) {
        throw new Refused(Refusal.of("column_missing", needed.shown()));
      }
    }
    return columns;
  }

  /** How many cells a row has. */
  int cells() {
    return cells;
  }

  /** The row's texts, without space around them; columns that the file lacks aren't there. */
  Map<Column, String> read(List<String> row) {
    Map<Column, String> texts = new EnumMap<>(Column.class);
    positions.forEach((column, position) -> texts.put(column, row.get(position).strip()));
    return texts;
  }

  private static Column known(String name) {
    String folded = Folded.of(name);
    return Arrays.stream(Column.values())
        .filter(column -> column.is(folded))
        .findFirst()
        .orElseThrow(() -> new Refused(unknown(name)));
  }

  private static Refusal unknown(String name) {
    var names = new ArrayList<String>();
    Stream.of(Column.values()).forEach(column -> names.addAll(column.names));
    String known =
        Arrays.stream(Column.values()).map(Column::shown).collect(Collectors.joining(", "));
    return Refusal.of("column", shortened(name), Nearest.of(Folded.of(name), names), known);
  }

  private static String shortened(String name) {
    return name.length() > 40 ? name.substring(0, 40) + "…" : name;
  }
}
