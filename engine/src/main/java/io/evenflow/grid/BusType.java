package io.evenflow.grid;

import java.util.Arrays;
import java.util.Optional;

/** What a bus holds fixed in a power flow, with the code MATPOWER's case format gives it. */
public enum BusType {
  /** Active and reactive power are given (PQ). */
  LOAD(1),
  /** Active power and voltage are given (PV). */
  GENERATOR(2),
  /** Where the feeder meets the grid above: the reference bus, of voltage angle zero. */
  SUBSTATION(3),
  /** Out of service, with every branch and generator at it. */
  ISOLATED(4);

  private final int code;

  BusType(int code) {
    this.code = code;
  }

  /** The number in a case file's bus table. */
  public int code() {
    return code;
  }

  /** The type of a case file's number, empty for a number that has none. */
  public static Optional<BusType> ofCode(double code) {
    return Arrays.stream(values()).filter(type -> type.code == code).findFirst();
  }
}
