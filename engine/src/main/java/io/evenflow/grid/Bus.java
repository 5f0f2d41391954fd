package io.evenflow.grid;

/**
 * A bus with its load and its shunt.
 *
 * @param number the bus number, positive; numbers need not be consecutive
 * @param type what the bus holds fixed
 * @param activeLoadMw active load Pd, MW; negative where the bus feeds in
 * @param reactiveLoadMvar reactive load Qd, Mvar
 * @param shuntConductanceMw active power the shunt consumes at 1 p.u., MW
 * @param shuntSusceptanceMvar reactive power the shunt injects at 1 p.u., Mvar (capacitors
 *     positive)
 * @param voltageMagnitudePu voltage magnitude the file starts from, p.u.
 * @param voltageAngleDegrees voltage angle the file starts from, degrees
 * @param baseKv base voltage, kV; 0 where the file does not say
 * @param voltageMinPu lower voltage limit, p.u., at least 0
 * @param voltageMaxPu upper voltage limit, p.u., at least {@code voltageMinPu}
 */
public record Bus(
    int number,
    BusType type,
    double activeLoadMw,
    double reactiveLoadMvar,
    double shuntConductanceMw,
    double shuntSusceptanceMvar,
    double voltageMagnitudePu,
    double voltageAngleDegrees,
    double baseKv,
    double voltageMinPu,
    double voltageMaxPu) {

  /**
   * @throws GridException for a number below 1, a quantity that is not finite, a negative base
   *     voltage, or limits the wrong way round
   */
  public Bus {
    Check check = new Check("bus " + number);
    check.positive("number", number);
    check.finite("active load (MW)", activeLoadMw);
    check.finite("reactive load (Mvar)", reactiveLoadMvar);
    check.finite("shunt conductance (MW)", shuntConductanceMw);
    check.finite("shunt susceptance (Mvar)", shuntSusceptanceMvar);
    check.finite("voltage magnitude (p.u.)", voltageMagnitudePu);
    check.finite("voltage angle (degrees)", voltageAngleDegrees);
    check.finite("base voltage (kV)", baseKv);
    check.notNegative("base voltage (kV)", baseKv);
    check.notNegative("minimum voltage (p.u.)", voltageMinPu);
    check.ordered("minimum voltage (p.u.)", voltageMinPu, "maximum voltage (p.u.)", voltageMaxPu);
  }

  /** A copy with other voltage limits, p.u. */
  public Bus withVoltageLimits(double minPu, double maxPu) {
    return new Bus(
        number,
        type,
        activeLoadMw,
        reactiveLoadMvar,
        shuntConductanceMw,
        shuntSusceptanceMvar,
        voltageMagnitudePu,
        voltageAngleDegrees,
        baseKv,
        minPu,
        maxPu);
  }
}
