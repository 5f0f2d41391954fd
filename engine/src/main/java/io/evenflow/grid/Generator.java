package io.evenflow.grid;

/**
 * A generator, or the grid above seen at the substation.
 *
 * @param bus number of its bus
 * @param activePowerMw active power the file starts from, MW
 * @param reactivePowerMvar reactive power the file starts from, Mvar
 * @param reactiveMinMvar least reactive power, Mvar
 * @param reactiveMaxMvar most reactive power, Mvar
 * @param voltageSetpointPu voltage it holds in a power flow, p.u.
 * @param activeMinMw least active power, MW
 * @param activeMaxMw most active power, MW
 * @param inService false for a generator that is off
 * @param cost cost of its active power
 */
public record Generator(
    int bus,
    double activePowerMw,
    double reactivePowerMvar,
    double reactiveMinMvar,
    double reactiveMaxMvar,
    double voltageSetpointPu,
    double activeMinMw,
    double activeMaxMw,
    boolean inService,
    GenerationCost cost) {

  /**
   * @throws GridException for a power that is not finite, or limits of a generator in service that
   *     are the wrong way round (files keep leftovers in the rows of generators that are off)
   */
  public Generator {
    Check check = new Check("generator at bus " + bus);
    check.finite("active power (MW)", activePowerMw);
    check.finite("reactive power (Mvar)", reactivePowerMvar);
    check.finite("voltage setpoint (p.u.)", voltageSetpointPu);
    if (inService) {
      check.ordered(
          "minimum active power (MW)", activeMinMw, "maximum active power (MW)", activeMaxMw);
      check.ordered(
          "minimum reactive power (Mvar)",
          reactiveMinMvar,
          "maximum reactive power (Mvar)",
          reactiveMaxMvar);
    }
  }

  /** A copy with other limits on active power, MW. */
  public Generator withActiveLimits(double minMw, double maxMw) {
    return new Generator(
        bus,
        activePowerMw,
        reactivePowerMvar,
        reactiveMinMvar,
        reactiveMaxMvar,
        voltageSetpointPu,
        minMw,
        maxMw,
        inService,
        cost);
  }

  /** A copy with other limits on reactive power, Mvar. */
  public Generator withReactiveLimits(double minMvar, double maxMvar) {
    return new Generator(
        bus,
        activePowerMw,
        reactivePowerMvar,
        minMvar,
        maxMvar,
        voltageSetpointPu,
        activeMinMw,
        activeMaxMw,
        inService,
        cost);
  }

  /** A copy with another cost. */
  public Generator withCost(GenerationCost newCost) {
    return new Generator(
        bus,
        activePowerMw,
        reactivePowerMvar,
        reactiveMinMvar,
        reactiveMaxMvar,
        voltageSetpointPu,
        activeMinMw,
        activeMaxMw,
        inService,
        newCost);
  }
}
