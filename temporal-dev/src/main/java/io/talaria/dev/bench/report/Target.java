package io.talaria.dev.bench.report;

/** What a figure is to reach. */
public record Target(Side side, double limit) {

  /** On which side of the limit a figure has to be. */
  public enum Side {
    AT_MOST("≤"),
    AT_LEAST("≥");

    private final String sign;

    Side(String sign) {
      this.sign = sign;
    }
  }

  boolean isMetBy(double value) {
    return side == Side.AT_MOST ? value <= limit : value >= limit;
  }

  String text(String unit) {
    return side.sign + " " + Table.number(limit) + (unit.isEmpty() ? "" : " " + unit);
  }
}
