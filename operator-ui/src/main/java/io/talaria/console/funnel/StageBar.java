package io.talaria.console.funnel;

import io.talaria.console.words.Words;
import io.talaria.journal.reading.Funnel.Stage;

/**
 * A stage as its bar tells it. Who is there now is open, and so in no percentage.
 *
 * @param name in the reader's language
 */
record StageBar(String id, String name, Stage stage) {
  /** Those whose way through the stage is decided. */
  long decided() {
    return stage.movedOn() + stage.lost();
  }

  /** {@code 82.3 %}, or a dash when nobody's way is decided yet. */
  String conversion(Words words) {
    return percent(stage.movedOn(), words);
  }

  String dropOff(Words words) {
    return percent(stage.lost(), words);
  }

  private String percent(long part, Words words) {
    return decided() == 0
        ? "–"
        : String.format(words.locale(), "%.1f %%", 100.0 * part / decided());
  }

  /**
   * The line under the bar, with ECharts' marks for weight and colour. The colour of loss is for
   * losses: where nobody is lost it says so quietly.
   */
  String facts(Words words) {
    String lost = words.number(stage.lost()) + " " + words.say("funnel.lost", "n", stage.lost());
    return "{b|%s}{q|  %s  ·  %s %s  ·}"
            .formatted(
                conversion(words),
                words.say("funnel.moved"),
                words.number(stage.here()),
                words.say("funnel.here"))
        + (stage.lost() == 0 ? "{q|  " + lost + "}" : "{r|  " + lost + ", " + dropOff(words) + "}");
  }
}
