package io.evenflow.study;

/** What becomes of a vehicle whose stay would end after the horizon; the paper does not say. */
public enum LateArrivals {
  /** It does not come: every stay is whole, and every target within reach. */
  SKIP,
  /** Its stay ends with the horizon; its target may be out of reach then. */
  CUT
}
