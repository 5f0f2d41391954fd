package io.evenflow.ocpp.central;

import java.util.concurrent.atomic.AtomicInteger;

/** Gives transactions of 1.6, which chargers do not name themselves, their numbers. */
public final class TransactionNumbers {
  private final AtomicInteger last;

  /**
   * @param last the last number that was given
   */
  public TransactionNumbers(int last) {
    this.last = new AtomicInteger(last);
  }

  int next() {
    return last.incrementAndGet();
  }
}
