package io.evenflow.network;

/** The conic solver could not answer for a period's grid: nothing may be claimed. */
public final class GridFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  GridFailure(int period) {
    super("period " + period + ": the optimal power flow failed numerically");
  }
}
