package io.evenflow.ocpp.replay;

/** The battery of a car: it takes what it is given until it is full, and gives until its least. */
final class ReplayedBattery {
  private final double capacityKwh;
  private final double leastKwh;
  private double energyKwh;

  ReplayedBattery(double capacityKwh, double leastKwh, double energyKwh) {
    this.capacityKwh = capacityKwh;
    this.leastKwh = leastKwh;
    this.energyKwh = energyKwh;
  }

  /** A trip uses what there is. */
  void use(double kwh) {
    energyKwh = Math.max(0, energyKwh - kwh);
  }

  /**
   * Moves energy at a power.
   *
   * @param kw drawn, or fed in where negative. Unit: kW, grid side
   * @return how much of the time it did so. Unit: hours
   */
  double move(double kw, double hours, double efficiency) {
    double rate = kw > 0 ? kw * efficiency : kw / efficiency;
    double room = kw > 0 ? capacityKwh - energyKwh : leastKwh - energyKwh;
    boolean isMoving = kw > 0 ? room > 0 : room < 0;
    double moved = isMoving ? Math.min(hours, room / rate) : 0;
    energyKwh += rate * moved;
    return moved;
  }
}
