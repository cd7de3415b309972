package io.talaria.dev.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Figures as people read them, one line each. */
public final class Table {
  private Table() {}

  public static String of(List<Reading> readings) {
    List<String[]> rows = new ArrayList<>();
    rows.add(new String[] {"", "what", "measured", "to reach", ""});
    for (Reading reading : readings) {
      Double value = reading.value();
      Target target = reading.target();
      rows.add(
          new String[] {
            reading.measure(),
            reading.what(),
            value == null ? "–" : (number(value) + " " + reading.unit()).strip(),
            target == null ? "" : target.text(reading.unit()),
            reading.verdict().equals("told") ? "" : reading.verdict()
          });
    }
    int[] widths = new int[5];
    rows.forEach(
        row -> {
          for (int i = 0; i < row.length; i++) {
            widths[i] = Math.max(widths[i], row[i].length());
          }
        });
    StringBuilder text = new StringBuilder();
    for (String[] row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < row.length; i++) {
        String padding = " ".repeat(widths[i] - row[i].length());
        boolean right = i == 2 || i == 3;
        line.append(right ? padding + row[i] : row[i] + padding).append("  ");
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    readings.stream()
        .filter(reading -> reading.note() != null)
        .forEach(
            reading ->
                text.append("  ")
                    .append(reading.measure())
                    .append(", ")
                    .append(reading.what())
                    .append(": ")
                    .append(reading.note())
                    .append('\n'));
    return text.toString();
  }

  /** Three significant digits are all that such figures hold; large ones stay whole. */
  static String number(double value) {
    double size = Math.abs(value);
    int decimals = size == 0 || size >= 100 ? 0 : size >= 10 ? 1 : 2;
    String text = String.format(Locale.ROOT, "%,." + decimals + "f", value);
    return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
  }
}
