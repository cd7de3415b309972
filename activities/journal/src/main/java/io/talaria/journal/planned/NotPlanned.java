package io.talaria.journal.planned;

/** Nothing was planned, changed or cancelled. */
public final class NotPlanned extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final StartRefusal refusal;

  public NotPlanned(StartRefusal refusal) {
    super(refusal.name(), null, false, false);
    this.refusal = refusal;
  }

  public StartRefusal refusal() {
    return refusal;
  }
}
