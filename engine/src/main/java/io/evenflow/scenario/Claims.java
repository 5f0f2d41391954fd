package io.evenflow.scenario;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a result says of itself beside its powers, so that a check can hold it against what follows
 * from them. What it does not say is null, or not in the map or list.
 *
 * @param status what is known of the schedule
 * @param isBestEffort whether it says that no schedule keeps all limits and this misses them by as
 *     little as was found
 * @param totals figures of the whole day
 * @param energyKwh energies by session id, at the start of each period of the stay and at its end.
 *     Unit: kWh
 * @param shortfallKwh energy missing on departure by session id. Unit: kWh
 * @param periods figures of each period; empty, or one for each
 * @param verification what the result says a check found
 * @param equipment what it says of vehicles, batteries and meters
 * @param fairness the share that it says all have, null where it says nothing of shares
 */
public record Claims(
    @Nullable Status status,
    boolean isBestEffort,
    Totals totals,
    Map<String, double[]> energyKwh,
    Map<String, Double> shortfallKwh,
    List<Period> periods,
    @Nullable Verified verification,
    OfEquipment equipment,
    @Nullable Fairness fairness) {
  /** A schedule that says nothing of vehicles, batteries and meters. */
  public Claims(
      @Nullable Status status,
      boolean isBestEffort,
      Totals totals,
      Map<String, double[]> energyKwh,
      Map<String, Double> shortfallKwh,
      List<Period> periods,
      @Nullable Verified verification) {
    this(
        status,
        isBestEffort,
        totals,
        energyKwh,
        shortfallKwh,
        periods,
        verification,
        OfEquipment.NONE,
        null);
  }

  /** A schedule that claims nothing of itself. */
  public static final Claims NONE =
      new Claims(null, false, Totals.NONE, Map.of(), Map.of(), List.of(), null);

  /** Figures as {@link Result} defines them. Unit: the scenario's currency; gaps: 1. */
  public record Totals(
      @Nullable Double objective,
      @Nullable Double bound,
      @Nullable Double relativeGap,
      @Nullable Double vehicleCost,
      @Nullable Double vehicleCostGap,
      @Nullable Double withoutVehicles,
      @Nullable Double unavoidableShortfallCost,
      @Nullable Cost cost) {
    public static final Totals NONE = new Totals(null, null, null, null, null, null, null, null);
  }

  /**
   * Figures as {@link Verification.PeriodFlow} defines them.
   *
   * @param stationKw net power of stations by id. Unit: kW
   */
  public record Period(
      @Nullable Double importKw,
      @Nullable Double lossKw,
      @Nullable Double minVoltagePu,
      @Nullable Integer minVoltageBus,
      @Nullable Double maxVoltagePu,
      @Nullable Integer maxVoltageBus,
      Map<String, Double> stationKw) {}

  /**
   * Figures as {@link Verification} defines them.
   *
   * @param violations how many sentences on what does not hold
   */
  public record Verified(
      @Nullable Boolean acFeasible,
      @Nullable Double maxVoltageViolationPu,
      @Nullable Double maxBranchOverloadMva,
      @Nullable Double phantomLossKwh,
      @Nullable Double maxEnergyErrorKwh,
      @Nullable Cost cost,
      @Nullable Integer violations) {}

  /**
   * Figures of vehicles, batteries and meters.
   *
   * @param vehicleKwh energies by vehicle, at the start of each period of the horizon and at its
   *     end, NaN where none is said. Unit: kWh
   * @param batteryKwh likewise by battery
   * @param meters by station
   * @param peaks highest imports that cost something, null where none are said
   * @param emissionsKg unit: kg
   */
  public record OfEquipment(
      Map<String, double[]> vehicleKwh,
      Map<String, double[]> batteryKwh,
      Map<String, Meter> meters,
      @Nullable List<Settlement.Peak> peaks,
      @Nullable Double emissionsKg) {
    public static final OfEquipment NONE =
        new OfEquipment(Map.of(), Map.of(), Map.of(), null, null);
  }

  /**
   * What a station's meter shows by period. Unit: kW
   *
   * @param netKw import less export
   * @param importKw 0 or more
   * @param exportKw 0 or more
   */
  public record Meter(
      double @Nullable [] netKw, double @Nullable [] importKw, double @Nullable [] exportKw) {}
}
