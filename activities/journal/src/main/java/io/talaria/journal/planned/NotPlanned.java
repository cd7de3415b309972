package io.talaria.journal.planned;

import org.jspecify.annotations.Nullable;

/** Nothing was planned, changed or cancelled. */
public final class NotPlanned extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final StartRefusal refusal;
  private final transient @Nullable PlannedStart standing;

  public NotPlanned(StartRefusal refusal) {
    this(refusal, null);
  }

  NotPlanned(StartRefusal refusal, @Nullable PlannedStart standing) {
    super(refusal.name(), null, false, false);
    this.refusal = refusal;
    this.standing = standing;
  }

  public StartRefusal refusal() {
    return refusal;
  }

  /** How the start stands that was in the way; null when it was something else. */
  public @Nullable PlannedStart standing() {
    return standing;
  }
}
