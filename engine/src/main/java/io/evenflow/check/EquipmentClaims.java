package io.evenflow.check;

import io.evenflow.fleet.Battery;
import io.evenflow.fleet.Station;
import io.evenflow.fleet.Vehicle;
import io.evenflow.scenario.Claims;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Settlement;
import io.evenflow.scenario.Settlement.Peak;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds what a result says of vehicles, batteries and meters against what its powers make them. */
final class EquipmentClaims {
  private static final String LEAVE = "its powers leave";

  private final Scenario scenario;
  private final Dispatch.Assets assets;
  private final Claims.OfEquipment claimed;
  private final Violations untrue;

  EquipmentClaims(
      Scenario scenario, Dispatch dispatch, Claims.OfEquipment claimed, Violations untrue) {
    this.scenario = scenario;
    assets = dispatch.assets();
    this.claimed = claimed;
    this.untrue = untrue;
  }

  /** Checks against what meters show of the schedule. */
  void check(Settlement found) {
    vehicles();
    batteries();
    meters(found.stationKw());
    peaks(found.peaks());
    emissions(found.emissionsKg());
  }

  private void vehicles() {
    for (int v = 0; v < scenario.vehicles().size(); v++) {
      Vehicle vehicle = scenario.vehicles().get(v);
      double[] energies = claimed.vehicleKwh().get(vehicle.id());
      if (energies != null) {
        energies(
            "vehicle '" + vehicle.id() + "': energyKwh",
            energies,
            energies(vehicle, assets.vehicleChargeKw()[v], assets.vehicleDischargeKw()[v]));
      }
    }
  }

  /** At the starts of all periods and at the end; NaN on the road. */
  private double[] energies(Vehicle vehicle, double[] chargeKw, double[] dischargeKw) {
    double[] energies = new double[scenario.periods() + 1];
    Arrays.fill(energies, Double.NaN);
    double now = vehicle.startEnergyKwh();
    for (Vehicle.Stay stay : vehicle.stays()) {
      double arrived = Math.max(0, now - stay.usedKwh());
      double[] ofStay =
          Storage.of(vehicle, stay, arrived).energyKwh(chargeKw, dischargeKw, scenario.horizon());
      System.arraycopy(ofStay, 0, energies, stay.arrival(), ofStay.length);
      now = ofStay[ofStay.length - 1];
    }
    return energies;
  }

  private void batteries() {
    for (int b = 0; b < scenario.batteries().size(); b++) {
      Battery battery = scenario.batteries().get(b);
      double[] energies = claimed.batteryKwh().get(battery.id());
      if (energies != null) {
        energies(
            "battery '" + battery.id() + "': energyKwh",
            energies,
            Storage.of(battery, scenario.periods())
                .energyKwh(
                    assets.batteryChargeKw()[b],
                    assets.batteryDischargeKw()[b],
                    scenario.horizon()));
      }
    }
  }

  private void energies(String what, double[] said, double[] truth) {
    for (int t = 0; t < said.length; t++) {
      String which = what + "[" + t + "]";
      if (Double.isNaN(truth[t]) && !Double.isNaN(said[t])) {
        untrue.add(
            "%s: claims %s kWh, but it is on the road".formatted(which, Violations.text(said[t])));
      } else if (!Double.isNaN(said[t])) {
        untrue.requireClaim(which, said[t], LEAVE, truth[t], " kWh", Tolerances.ENERGY_KWH);
      }
    }
  }

  private void meters(double[][] netKw) {
    for (int k = 0; k < netKw.length; k++) {
      Station station = scenario.stations().get(k);
      Claims.Meter meter = claimed.meters().get(station.id());
      if (meter != null) {
        String what = "station '" + station.id() + "': ";
        double[] net = netKw[k];
        powers(what + "netKw", meter.netKw(), net);
        powers(what + "importKw", meter.importKw(), positive(net, 1));
        powers(what + "exportKw", meter.exportKw(), positive(net, -1));
      }
    }
  }

  private static double[] positive(double[] kw, int sign) {
    return Arrays.stream(kw).map(each -> Math.max(0, sign * each)).toArray();
  }

  private void powers(String what, double @Nullable [] said, double[] truth) {
    for (int t = 0; said != null && t < truth.length; t++) {
      untrue.requireClaim(
          what + "[" + t + "]", said[t], "its meter shows", truth[t], " kW", Tolerances.POWER_KW);
    }
  }

  private void peaks(List<Peak> found) {
    List<Peak> said = claimed.peaks();
    if (said == null) {
      return;
    }
    for (Peak peak : said) {
      if (found.stream().noneMatch(each -> each.where().equals(peak.where()))) {
        untrue.add("peaks: %s has no peak charge".formatted(peak.where()));
      }
    }
    for (Peak truth : found) {
      peak(truth, said);
    }
  }

  private void peak(Peak truth, List<Peak> said) {
    String what = "peaks: " + truth.where();
    List<Peak> ofIt = said.stream().filter(each -> each.where().equals(truth.where())).toList();
    if (ofIt.isEmpty()) {
      untrue.add(what + " is left out");
    }
    for (Peak peak : ofIt) {
      untrue.requireClaim(
          what + ": kw", peak.kw(), "meters show", truth.kw(), " kW", Tolerances.GENERATION_KW);
      untrue.requireClaim(
          what + ": cost",
          peak.cost(),
          "that costs",
          truth.cost(),
          " " + scenario.currency(),
          Tolerances.costOf(truth.cost()));
    }
  }

  private void emissions(@Nullable Double found) {
    Double said = claimed.emissionsKg();
    if (found != null) {
      double tolerance = Math.max(Tolerances.IMPORT_KWH, Tolerances.IMPORT_RELATIVE * found);
      untrue.requireClaim("emissionsKg", said, "its import makes", found, " kg", tolerance);
    } else if (said != null) {
      untrue.add(
          "emissionsKg: claims %s kg, but the scenario says nothing of emissions"
              .formatted(Violations.text(said)));
    }
  }
}
