package io.evenflow.city.plan;

import io.evenflow.city.portfolio.Commuter;
import io.evenflow.city.portfolio.Commuter.Powers;
import io.evenflow.city.portfolio.Commuter.Stay;
import io.evenflow.city.portfolio.Portfolio;
import io.evenflow.city.portfolio.PortfolioFiles;
import io.evenflow.fleet.Vehicle;
import io.evenflow.io.ScenarioReader;
import io.evenflow.scenario.Equipment;
import io.evenflow.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Two feeders of one line each below one substation, as a portfolio and as one scenario.
 *
 * <pre>
 *            capacity                       capacity
 *   grid ──┬── 1 ══ 2 (homes a)      grid ── 1 ══ 2 (homes a)
 *          └── 1 ══ 2 (homes b)               ╚═ 3 (homes b)
 *           the city                      the same, whole
 * </pre>
 */
final class TwoFeeders {
  private static final int PERIODS = 6;
  private static final String CASE =
      """
      function mpc = lines
      mpc.version = '2';
      mpc.baseMVA = 1;
      mpc.bus = [
        1 3 0    0    0 0 1 1 0 0.4 1 1    1;
      %s];
      mpc.gen = [1 0 0 10 -10 1 1 1 10 -10];
      mpc.branch = [
      %s];
      mpc.gencost = [2 0 0 2 0 0];
      """;

  private final double[] prices;
  private final String[] sessions = new String[2];
  private final double capacityKw;
  private final double peakPerKw;

  private final double resistance;

  /** Vehicles that are at one feeder first, then at the other, then at the first again. */
  private final List<Commuter> commuters = new ArrayList<>();

  /** Draws prices, sessions and a capacity that binds. */
  TwoFeeders(long seed) {
    this(seed, 0.05);
  }

  /**
   * @param resistance of each line. Unit: p.u.
   */
  TwoFeeders(long seed, double resistance) {
    this.resistance = resistance;
    Random random = new Random(seed);
    prices = random.doubles(PERIODS).map(share -> Math.rint(20 + 180 * share)).toArray();
    for (int feeder = 0; feeder < 2; feeder++) {
      StringBuilder list = new StringBuilder();
      for (int s = 0; s < 3; s++) {
        int arrival = random.nextInt(3);
        list.append(
            String.format(
                Locale.ROOT,
                "{\"id\": \"ev%d%d\", \"station\": \"homes%d\", \"arrival\": %d, \"departure\": %d,"
                    + " \"batteryKwh\": 60, \"arrivalEnergyKwh\": 20, \"targetEnergyKwh\": %d}%s",
                feeder,
                s,
                feeder,
                arrival,
                arrival + 3,
                30 + random.nextInt(8),
                s == 2 ? "" : ", "));
      }
      sessions[feeder] = list.toString();
    }
    capacityKw = 60 + random.nextInt(20);
    peakPerKw = random.nextBoolean() ? 0 : 0.05 * random.nextInt(6);
  }

  /** Adds vehicles that move between the feeders. */
  TwoFeeders withCommuters(int count, long seed) {
    Random random = new Random(seed);
    for (int v = 0; v < count; v++) {
      int home = random.nextInt(2);
      int leave = 1 + random.nextInt(2);
      int back = 4 + random.nextInt(2);
      double start = 12 + random.nextInt(8);
      Powers home11 = new Powers(4.2, 11, 0.9, 4.2, 11, 0.9);
      Powers work11 = random.nextBoolean() ? home11 : new Powers(4.2, 11, 0.9, 0, 0, 1);
      commuters.add(
          new Commuter(
              "car" + v,
              40,
              2,
              start,
              start + random.nextInt(6),
              List.of(
                  new Stay(home, "homes" + home, 0, leave, 6 + random.nextInt(5), 0, home11),
                  new Stay(1 - home, "homes" + (1 - home), leave + 1, back, 0, 4, work11),
                  new Stay(home, "homes" + home, back, PERIODS, 0, 4, home11))));
    }
    return this;
  }

  /** The same as a table of the city. */
  private String commuterTable() {
    StringBuilder table =
        new StringBuilder(
            "vehicle,batteryKwh,minEnergyKwh,startEnergyKwh,endEnergyKwh,feeder,station,arrival,"
                + "departure,departEnergyKwh,usedKwh,chargeMinKw,chargeMaxKw,chargeEfficiency,"
                + "dischargeMinKw,dischargeMaxKw,dischargeEfficiency\n");
    for (Commuter car : commuters) {
      for (Stay stay : car.stays()) {
        table.append(
            String.format(
                Locale.ROOT,
                "%s,%s,%s,%s,%s,%s,%s,%d,%d,%s,%s,4.2,11,0.9,%s%n",
                car.id(),
                car.batteryKwh(),
                car.minEnergyKwh(),
                car.startEnergyKwh(),
                car.endEnergyKwh(),
                stay.feeder() == 0 ? "a" : "b",
                stay.station(),
                stay.arrival(),
                stay.departure(),
                stay.departEnergyKwh(),
                stay.usedKwh(),
                stay.powers().mostBackKw() > 0 ? "4.2,11,0.9" : ",,"));
      }
    }
    return table.toString();
  }

  /** The same as vehicles of one day. */
  private List<Vehicle> vehicles() {
    List<Vehicle> vehicles = new ArrayList<>();
    for (Commuter car : commuters) {
      List<Vehicle.Stay> stays = new ArrayList<>();
      for (Stay stay : car.stays()) {
        stays.add(
            new Vehicle.Stay(
                stay.station(),
                stay.arrival(),
                stay.departure(),
                stay.departEnergyKwh(),
                stay.usedKwh(),
                stay.powers().charger()));
      }
      vehicles.add(
          new Vehicle(
              car.id(),
              car.batteryKwh(),
              car.minEnergyKwh(),
              car.startEnergyKwh(),
              car.endEnergyKwh(),
              10.0,
              stays));
    }
    return vehicles;
  }

  private static String bus(int number) {
    return "  %d 1 0.02 0.004 0 0 1 1 0 0.4 1 1.1 0.9;%n".formatted(number);
  }

  private String line(int to) {
    return "  1 %d %s 0.02 0 0 0 0 0 0 1 -360 360;%n".formatted(to, resistance);
  }

  private String scenario(String feederCase, String stations, String list, String substation) {
    return """
        {"format": "evenflow-scenario/2", "name": "lines", "currency": "EUR",
         "feeder": {"case": "%s"},
         "horizon": {"start": "2024-04-09T00:00:00+02:00", "periods": 6, "stepMinutes": 60},
         "prices": {"perMwh": [0, 0, 0, 0, 0, 0]}, "substationCostPerMwh": %s,
         "stations": [%s], "sessions": [%s]%s}
        """
        .formatted(feederCase, Arrays.toString(prices), stations, list, substation);
  }

  private static String station(int feeder, int bus) {
    return """
        {"id": "homes%d", "bus": %d, "chargePowerKw": {"min": 4.2, "max": 11}, "chargeEfficiency": 0.9,
         "dischargePowerKw": {"min": 4.2, "max": 11}, "dischargeEfficiency": 0.9}\
        """
        .formatted(feeder, bus);
  }

  double[] pricePerMwh() {
    return prices.clone();
  }

  double capacityKw() {
    return capacityKw;
  }

  /** Writes the portfolio. */
  Portfolio city(Path folder) throws IOException {
    return city(folder, ", \"peakCharge\": {\"perKw\": " + peakPerKw + "}");
  }

  /**
   * @param more fields of the city's manifest beside the capacity
   */
  Portfolio city(Path folder, String more) throws IOException {
    Files.writeString(folder.resolve("line.m"), CASE.formatted(bus(2), line(2)));
    Files.writeString(
        folder.resolve("city.json"),
        """
        {"format": "evenflow-city/1", "name": "two", "currency": "EUR",
         "horizon": {"start": "2024-04-09T00:00:00+02:00", "periods": 6, "stepMinutes": 60},
         "substations": [{"id": "above", "importLimitKw": %s}]%s}
        """
            .formatted(capacityKw, more));
    Files.writeString(
        folder.resolve("feeders.csv"), "id,substation,scenario\na,above,a.json\nb,above,b.json\n");
    Files.writeString(folder.resolve("a.json"), scenario("line.m", station(0, 2), sessions[0], ""));
    Files.writeString(folder.resolve("b.json"), scenario("line.m", station(1, 2), sessions[1], ""));
    if (!commuters.isEmpty()) {
      Files.writeString(folder.resolve("commuters.csv"), commuterTable());
    }
    return PortfolioFiles.read(folder);
  }

  /** The same without anything but vehicles that is shared. */
  Portfolio freeCity(Path folder) throws IOException {
    city(folder, "");
    Path manifest = folder.resolve("city.json");
    String text = Files.readString(manifest);
    Files.writeString(manifest, text.replaceFirst(", \"importLimitKw\": [0-9.]+", ""));
    return PortfolioFiles.read(folder);
  }

  /** The same as one day. */
  Scenario freeWhole(Path folder) throws IOException {
    return whole(folder, "");
  }

  /** The same as one day. */
  Scenario whole(Path folder) throws IOException {
    return whole(
        folder,
        ", \"substation\": {\"importLimitKw\": %s, \"peakCharge\": {\"perKw\": %s}}"
            .formatted(capacityKw, peakPerKw));
  }

  private Scenario whole(Path folder, String substation) throws IOException {
    Files.writeString(
        folder.resolve("lines.m"), CASE.formatted(bus(2) + bus(3), line(2) + line(3)));
    String text =
        scenario(
            "lines.m",
            station(0, 2) + ", " + station(1, 3),
            sessions[0] + ", " + sessions[1],
            substation);
    Scenario day = ScenarioReader.read("lines.json", text, folder);
    Equipment own = day.equipment();
    return day.withEquipment(
        new Equipment(
            own.substation(),
            own.groups(),
            own.solar(),
            own.batteries(),
            vehicles(),
            own.emissions()));
  }
}
