package io.talaria.journey;

/** How a journey ended. */
public enum Ending {
  COMPLETED,
  DROPPED,
  OPTED_OUT,
  REJECTED
}
