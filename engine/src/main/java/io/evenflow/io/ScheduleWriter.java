package io.evenflow.io;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.evenflow.fleet.Session;
import io.evenflow.fleet.Station;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;

/**
 * Writes {@code schedule.csv}: a row for each session and each period in which it is present.
 * Powers and energies are rounded to a milliwatt and a milliwatt-hour, which no charger tells
 * apart; result.json has them in full.
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
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(COLUMNS);
      for (int s = 0; s < scenario.sessions().size(); s++) {
        session(csv, scenario, dispatch, s);
      }
    } catch (IOException impossible) {
      throw new IllegalStateException("text in memory cannot fail", impossible);
    }
    return text.toString();
  }

  private static void session(CsvWriter csv, Scenario scenario, Dispatch dispatch, int index) {
    Session session = scenario.sessions().get(index);
    Station station = scenario.stations().get(scenario.stationOf(index));
    double[] energyKwh = dispatch.energyKwh(index, session, scenario.horizon());
    for (int period = session.arrival(); period < session.departure(); period++) {
      int k = period - session.arrival();
      csv.writeRecord(
          session.id(),
          station.id(),
          Integer.toString(station.bus()),
          Integer.toString(period),
          Times.text(scenario.horizon().startOf(period)),
          number("charge_kw", dispatch.chargeKw()[index][period]),
          number("discharge_kw", dispatch.dischargeKw()[index][period]),
          number("energy_kwh_before", energyKwh[k]),
          number("energy_kwh_after", energyKwh[k + 1]));
    }
  }

  private static String number(String column, double value) {
    BigDecimal rounded =
        BigDecimal.valueOf(Json.finite(column, value))
            .setScale(DECIMALS, RoundingMode.HALF_EVEN)
            .stripTrailingZeros();
    // One decimal at least: programs that guess types take the column for what it is.
    return rounded.setScale(Math.max(1, rounded.scale())).toPlainString();
  }
}
