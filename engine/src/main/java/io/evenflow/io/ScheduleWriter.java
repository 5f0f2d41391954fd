package io.evenflow.io;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.evenflow.fleet.Session;
import io.evenflow.fleet.Station;
import io.evenflow.fleet.Vehicle;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Tour;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Writes {@code schedule.csv}: a row for each session and each period in which it is present, then
 * likewise for vehicles with several stays, under their ids at the stations where they are. Powers
 * and energies are rounded to a milliwatt and a milliwatt-hour, which no charger tells apart;
 * result.json has them in full.
 */
public final class ScheduleWriter {
  private static final String[] COLUMNS = {
    "session",
    "station",
    "bus",
    "period",
    "start",
    "charge_kw",
    "discharge_kw",
    "energy_kwh_before",
    "energy_kwh_after"
  };

  /** Of a kW and a kWh. */
  private static final int DECIMALS = 6;

  private ScheduleWriter() {}

  /** Writes a file, which appears whole or not at all. */
  public static void write(Scenario scenario, Dispatch dispatch, Path path) throws IOException {
    WholeFile.write(path, text(scenario, dispatch));
  }

  /** The text of the file. */
  public static String text(Scenario scenario, Dispatch dispatch) {
    String[] starts = new String[scenario.periods()];
    Arrays.setAll(starts, t -> Times.text(scenario.horizon().startOf(t)));
    Stream<String> sessions =
        each(scenario.sessions().size(), (csv, s) -> session(csv, scenario, starts, dispatch, s));
    Stream<String> vehicles =
        each(scenario.vehicles().size(), (csv, v) -> vehicle(csv, scenario, starts, dispatch, v));
    String head = rows(csv -> csv.writeRecord(COLUMNS));
    return Stream.concat(sessions, vehicles).collect(Collectors.joining("", head, ""));
  }

  /** Rows of each of several, written on all cores. */
  private static Stream<String> each(int count, ObjIntConsumer<CsvWriter> writer) {
    return IntStream.range(0, count).parallel().mapToObj(i -> rows(csv -> writer.accept(csv, i)));
  }

  private static String rows(Consumer<CsvWriter> writer) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      writer.accept(csv);
    } catch (IOException impossible) {
      throw new IllegalStateException("text in memory cannot fail", impossible);
    }
    return text.toString();
  }

  private static void session(
      CsvWriter csv, Scenario scenario, String[] starts, Dispatch dispatch, int index) {
    Session session = scenario.sessions().get(index);
    stay(
        csv,
        scenario,
        starts,
        new Stay(session.id(), scenario.stationOf(index), session.arrival()),
        dispatch.chargeKw()[index],
        dispatch.dischargeKw()[index],
        dispatch.energyKwh(index, session, scenario.horizon()));
  }

  private static void vehicle(
      CsvWriter csv, Scenario scenario, String[] starts, Dispatch dispatch, int index) {
    Vehicle vehicle = scenario.vehicles().get(index);
    Tour tour = Tour.of(scenario, dispatch, index);
    for (int i = 0; i < vehicle.stays().size(); i++) {
      Vehicle.Stay stay = vehicle.stays().get(i);
      stay(
          csv,
          scenario,
          starts,
          new Stay(vehicle.id(), scenario.stationIndex(stay.station()), stay.arrival()),
          dispatch.assets().vehicleChargeKw()[index],
          dispatch.assets().vehicleDischargeKw()[index],
          tour.energyKwh()[i]);
    }
  }

  private record Stay(String id, int station, int arrival) {}

  /** A row for each period; energies at the start of each, and at the end of the last. */
  private static void stay(
      CsvWriter csv,
      Scenario scenario,
      String[] starts,
      Stay stay,
      double[] chargeKw,
      double[] dischargeKw,
      double[] energyKwh) {
    Station station = scenario.stations().get(stay.station());
    String before = energyKwh.length > 1 ? number("energy_kwh_before", energyKwh[0]) : "";
    for (int k = 0; k + 1 < energyKwh.length; k++) {
      int period = stay.arrival() + k;
      String charge = number("charge_kw", chargeKw[period]);
      String discharge = number("discharge_kw", dischargeKw[period]);
      String after = number("energy_kwh_after", energyKwh[k + 1]);
      csv.writeRecord(
          stay.id(),
          station.id(),
          Integer.toString(station.bus()),
          Integer.toString(period),
          starts[period],
          charge,
          discharge,
          before,
          after);
      before = after;
    }
  }

  private static String number(String column, double value) {
    if (value == 0) {
      return "0.0"; // most powers
    }
    BigDecimal rounded =
        BigDecimal.valueOf(Json.finite(column, value))
            .setScale(DECIMALS, RoundingMode.HALF_EVEN)
            .stripTrailingZeros();
    // One decimal at least: programs that guess types take the column for what it is.
    return rounded.setScale(Math.max(1, rounded.scale())).toPlainString();
  }
}
