package io.evenflow.cli;

import io.evenflow.io.PriceColumnNames;
import io.evenflow.io.exchange.ChargerPower;
import io.evenflow.io.exchange.ConnectionPlace;
import io.evenflow.io.exchange.FeederSource;
import io.evenflow.io.exchange.ImportFlags;
import io.evenflow.io.exchange.ImportedDay;
import io.evenflow.io.exchange.PriceOptions;
import io.evenflow.io.exchange.ProfileOptions;
import io.evenflow.io.exchange.SessionOptions;
import io.evenflow.io.exchange.TableSources;
import io.evenflow.io.exchange.TableText;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of {@code scenario import}. */
final class ImportOptions {
  /** A built-in case of one cable. */
  private static final String CONNECTION = "two-bus";

  @Option(
      names = "--feeder",
      paramLabel = "CASE",
      description = "A built-in case or a MATPOWER file.")
  private @Nullable String feeder;

  @Option(names = "--sessions", paramLabel = "CSV", description = "A line a session.")
  private @Nullable Path sessions;

  @Option(
      names = "--column",
      paramLabel = "FIELD=NAME",
      description =
          "Which column holds what, where its name does not tell: id, charger, arrival, departure,"
              + " stay, energy, battery, arrival-soc, departure-soc, arrival-energy, target-energy,"
              + " power.")
  private Map<String, String> columns = new LinkedHashMap<>();

  @Option(names = "--energy-unit", paramLabel = "kWh|Wh", description = "Unit of energies.")
  private @Nullable String energyUnit;

  @Option(names = "--power-unit", paramLabel = "kW|W", description = "Unit of powers.")
  private @Nullable String powerUnit;

  @Option(
      names = "--battery",
      paramLabel = "KWH",
      description = "What batteries hold where the table does not say it.")
  private @Nullable Double batteryKwh;

  @Option(
      names = "--efficiency",
      paramLabel = "SHARE",
      description = "Energy into batteries per energy at the meter. Default: ${DEFAULT-VALUE}.")
  private double efficiency = 1;

  @Option(
      names = "--power",
      paramLabel = "KW|MIN-MAX",
      description = "What chargers can do. Default: 11 kW, or what a session needs.")
  private @Nullable String power;

  @Option(
      names = "--counted",
      paramLabel = "MIN",
      description = "Times are counted in steps of so many minutes from the first day's start.")
  private @Nullable Integer countedMinutes;

  @Option(
      names = "--prices",
      paramLabel = "CSV",
      description = "Prices with their times; plain, of SMARD.de or of ENTSO-E.")
  private @Nullable Path prices;

  @Option(
      names = "--prices-column",
      paramLabel = "NAME",
      description = "The column of --prices to use, where its name does not tell.")
  private @Nullable String pricesColumn;

  @Option(
      names = "--prices-start",
      paramLabel = "NAME",
      description = "The column of --prices that says when they begin, likewise.")
  private @Nullable String pricesStart;

  @Option(
      names = "--price",
      paramLabel = "PER_MWH",
      description = "A price of all periods in place of --prices.")
  private @Nullable Double price;

  @Option(
      names = "--prices-zone",
      paramLabel = "ZONE",
      description = "Whose clocks prices follow that are taken from another day.")
  private @Nullable String pricesZone;

  @Option(names = "--loads", paramLabel = "CSV", description = "Loads with their times.")
  private @Nullable Path loads;

  @Option(
      names = "--loads-column",
      paramLabel = "NAME",
      description = "The one column of --loads to use.")
  private @Nullable String loadsColumn;

  @Option(names = "--loads-unit", paramLabel = "kW|W|kWh", description = "Unit of --loads.")
  private @Nullable String loadsUnit;

  @Mixin private SolarOptions solar = new SolarOptions();

  @Option(names = "--stations", paramLabel = "CSV", description = "A line a station or charger.")
  private @Nullable Path stations;

  @Option(
      names = "--buses",
      paramLabel = "BUS",
      split = ",",
      description = "Buses the chargers are spread over. Default: the case's with load.")
  private List<Integer> buses = List.of();

  @Option(
      names = "--date",
      paramLabel = "DATE",
      description = "First day. Default: that of the first session.")
  private @Nullable String date;

  @Option(
      names = "--days",
      paramLabel = "N",
      description = "How many days. Default: ${DEFAULT-VALUE}.")
  private int days = 1;

  @Option(
      names = "--step",
      paramLabel = "MIN",
      description = "Length of a period. Default: ${DEFAULT-VALUE}.")
  private int step = 15;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "Zone of the place, such as Europe/Berlin. Default: the times' offset.")
  private @Nullable String zone;

  @Option(
      names = "--currency",
      paramLabel = "CODE",
      description = "Currency of the prices. Default: ${DEFAULT-VALUE}.")
  private String currency = "EUR";

  @Option(
      names = "--substation-cost",
      paramLabel = "PER_MWH",
      description = "Cost at the substation. Default: the case's.")
  private @Nullable Double substationCost;

  @Option(
      names = "--start",
      paramLabel = "TIME",
      description = "When a request of evcc begins, which does not say it.")
  private @Nullable String start;

  private static FeederSource named(String feeder, @Nullable Path output) {
    return new FeederSource(CaseArgument.fromFolder(feeder, output), CaseArgument.read(feeder));
  }

  /**
   * Where what is planned behind one meter is put: a connection of its own unless told.
   *
   * @param output the file to be written, null for none
   */
  ConnectionPlace place(@Nullable Path output) {
    FeederSource source =
        feeder == null
            ? new FeederSource(CONNECTION, CaseArgument.read(CONNECTION))
            : named(feeder, output);
    if (feeder != null && buses.size() != 1) {
      throw CommandException.badInput(
          "--buses must name the one bus of " + feeder + " where the meter is",
          "Maybe --buses 6, or no --feeder: then it has a connection of its own.");
    }
    return new ConnectionPlace(source, feeder == null ? 2 : buses.getFirst(), currency);
  }

  @Nullable OffsetDateTime start() {
    try {
      return start == null ? null : OffsetDateTime.parse(start);
    } catch (DateTimeException noTime) {
      throw CommandException.badInput(
          "--start ('" + start + "') must be a time such as 2024-04-09T13:45:00+02:00",
          "Maybe its offset from UTC is missing.");
    }
  }

  /**
   * @param output the file to be written, null for none: paths in it start from its folder
   */
  TableSources tables(@Nullable Path output) {
    return new TableSources(
        feeder(output),
        table(sessions),
        sessionOptions(),
        prices == null
            ? null
            : new PriceOptions(
                TableText.read(prices),
                new PriceColumnNames(pricesStart, pricesColumn),
                pricesZone == null ? null : ImportFlags.zone("--prices-zone", pricesZone)),
        price,
        loads == null
            ? null
            : new ProfileOptions(TableText.read(loads), loadsColumn, loadsUnit, null, null),
        solar.profile(),
        table(stations),
        buses,
        new ChargerPower(power == null ? null : ImportFlags.power(power), efficiency),
        new ImportedDay(
            date == null ? null : ImportFlags.date("--date", date),
            days,
            step,
            zone == null ? null : ImportFlags.zone("--zone", zone)),
        currency,
        substationCost);
  }

  private static @Nullable TableText table(@Nullable Path file) {
    return file == null ? null : TableText.read(file);
  }

  private FeederSource feeder(@Nullable Path output) {
    if (feeder == null) {
      throw CommandException.badInput(
          "--feeder is missing", "Maybe a built-in case: --feeder case33bw.");
    }
    return named(feeder, output);
  }

  private SessionOptions sessionOptions() {
    return new SessionOptions(
        ImportFlags.columns(columns),
        energyUnit,
        powerUnit,
        batteryKwh,
        ImportFlags.efficiency(efficiency),
        countedMinutes);
  }
}
