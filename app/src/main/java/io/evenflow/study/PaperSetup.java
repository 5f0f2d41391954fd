package io.evenflow.study;

import io.evenflow.grid.Network;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The setup of the paper's experiments (arXiv 2409.19962), and what it leaves open.
 *
 * @param feederCase built-in name or path, as scenario files have it
 * @param network that case as read
 * @param stations numbers of buses with a station; paper: 6
 * @param vehiclesPerPeriod arrivals in each period, whole numbers; paper: 1–5
 * @param periods number of periods T; paper: 24
 * @param stepMinutes length of a period. Unit: minutes; paper: 60
 * @param batteryKwh what a battery holds, all of it the target. Unit: kWh; paper: 100
 * @param arrivalCharge state of charge on arrival, 0–1; paper: 0.2–0.4
 * @param priceNoise standard deviation of prices. Unit: EUR per MWh; paper: 0.5
 * @param loadNoiseKw standard deviation of each bus's active load in each period. The paper says 1
 *     without a unit; 1 kW is noise, 1 MW would be more than the load. Unit: kW
 * @param branchNoise standard deviation of the factor on a branch's impedance; paper: 0.1
 * @param stayHours lengths of stays; open in the paper, 6–10 here: a full charge takes at least 4
 *     hours, and the night or a working day is about this long. Unit: hours
 * @param loadProfile load over the day; open in the paper
 * @param lateArrivals vehicles near the end of the horizon; open in the paper
 * @param substationCostPerMwh cost at the substation, null for the case's own. Unit: EUR per MWh
 */
public record PaperSetup(
    String feederCase,
    Network network,
    List<Integer> stations,
    Range vehiclesPerPeriod,
    int periods,
    int stepMinutes,
    double batteryKwh,
    Range arrivalCharge,
    double priceNoise,
    double loadNoiseKw,
    double branchNoise,
    Range stayHours,
    LoadProfile loadProfile,
    LateArrivals lateArrivals,
    @Nullable Double substationCostPerMwh) {
  public PaperSetup {
    require(!stations.isEmpty(), "stations must name a bus");
    require(vehiclesPerPeriod.min() >= 0, "vehicles per period must be at least 0");
    require(
        Math.ceil(vehiclesPerPeriod.min()) <= Math.floor(vehiclesPerPeriod.max()),
        "vehicles per period must hold a whole number");
    require(batteryKwh > 0, "battery (" + batteryKwh + " kWh) must be above 0");
    require(
        arrivalCharge.min() >= 0 && arrivalCharge.max() <= 1,
        "arrival charge must be between 0 and 1");
    require(priceNoise >= 0 && loadNoiseKw >= 0 && branchNoise >= 0, "noise must be at least 0");
    require(stayHours.min() > 0, "stay must be above 0 hours");
    stations = List.copyOf(stations);
  }

  private static void require(boolean holds, String sentence) {
    if (!holds) {
      throw new IllegalArgumentException(sentence);
    }
  }

  /** The paper's figures on a case. */
  public static PaperSetup of(String feederCase, Network network) {
    return new PaperSetup(
        feederCase,
        network,
        List.of(6),
        new Range(1, 5),
        24,
        60,
        100,
        new Range(0.2, 0.4),
        0.5,
        1,
        0.1,
        new Range(6, 10),
        LoadProfile.defaultOf(feederCase),
        LateArrivals.SKIP,
        null);
  }
}
