package io.talaria.gateway.start;

/** The gateway can't run with these settings. */
public final class StartRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String remedy;

  /**
   * @param why what is wrong, without secrets
   * @param remedy what to set, and to what
   */
  public StartRefused(String why, String remedy) {
    super(why);
    this.remedy = remedy;
  }

  String remedy() {
    return remedy;
  }
}
