package io.evenflow.scenario;

import io.evenflow.grid.BranchRating;
import io.evenflow.grid.Feeder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Limits that replace those of the case file.
 *
 * @param voltageMinPu least voltage on every bus but the substation, null for the case's. Unit:
 *     p.u.
 * @param voltageMaxPu greatest voltage on every bus but the substation, null for the case's. Unit:
 *     p.u.
 * @param substationExportMw power the substation may take back, null for the case's Pmin. Unit: MW
 * @param branchRatings ratings of single branches
 * @param substationVoltage what the substation's voltage may be, null for the case's, which may be
 *     another in each period
 */
public record Limits(
    @Nullable Double voltageMinPu,
    @Nullable Double voltageMaxPu,
    @Nullable Double substationExportMw,
    List<BranchRating> branchRatings,
    @Nullable SubstationVoltage substationVoltage) {
  public Limits {
    branchRatings = List.copyOf(branchRatings);
  }

  /** What the case file says. */
  public static final Limits OF_THE_CASE = new Limits(null, null, null, List.of());

  /** The case's voltage at the substation. */
  public Limits(
      @Nullable Double voltageMinPu,
      @Nullable Double voltageMaxPu,
      @Nullable Double substationExportMw,
      List<BranchRating> branchRatings) {
    this(voltageMinPu, voltageMaxPu, substationExportMw, branchRatings, null);
  }

  /** Whether the substation's voltage may be another in each period. */
  public boolean isSubstationVoltageFree() {
    return substationVoltage == null || substationVoltage.perPeriod();
  }

  /** The same with the substation's voltage held. Unit: p.u. */
  Limits withSubstationVoltageHeld(double pu) {
    SubstationVoltage held = new SubstationVoltage(pu, pu, false);
    return new Limits(voltageMinPu, voltageMaxPu, substationExportMw, branchRatings, held);
  }

  /** A copy of the feeder that has these limits. */
  Feeder applyTo(Feeder feeder) {
    Feeder limited = feeder.withBranchRatings(branchRatings);
    if (voltageMinPu != null && voltageMaxPu != null) {
      limited = limited.withVoltageLimits(voltageMinPu, voltageMaxPu);
    } else if (voltageMinPu != null) {
      limited = limited.withVoltageMin(voltageMinPu);
    } else if (voltageMaxPu != null) {
      limited = limited.withVoltageMax(voltageMaxPu);
    }
    if (substationVoltage != null) {
      limited = limited.withSubstationVoltage(substationVoltage.minPu(), substationVoltage.maxPu());
    }
    Double exportMw = substationExportMw;
    if (exportMw != null) {
      limited =
          limited.withGenerators(
              generator ->
                  feeder.find(generator.bus()).orElse(-1) == 0
                      ? generator.withActiveLimits(-exportMw, generator.activeMaxMw())
                      : generator);
    }
    return limited;
  }
}
