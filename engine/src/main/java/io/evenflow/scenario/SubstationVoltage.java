package io.evenflow.scenario;

/**
 * What a tap changer makes of the substation's voltage.
 *
 * @param minPu least voltage. Unit: p.u.
 * @param maxPu greatest voltage. Unit: p.u.
 * @param perPeriod whether it may be another in each period; else it is the same all day
 */
public record SubstationVoltage(double minPu, double maxPu, boolean perPeriod) {
  public SubstationVoltage {
    if (!(minPu > 0 && minPu <= maxPu && Double.isFinite(maxPu))) {
      throw new ScenarioException(
          "min (%s p.u.) must be above 0 and at most max (%s p.u.)".formatted(minPu, maxPu),
          "Maybe the two are the wrong way round, or in kV instead of p.u.");
    }
  }
}
