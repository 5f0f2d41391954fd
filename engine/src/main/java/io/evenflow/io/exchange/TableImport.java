package io.evenflow.io.exchange;

import io.evenflow.fleet.Session;
import io.evenflow.fleet.Solar;
import io.evenflow.fleet.Station;
import io.evenflow.grid.GenerationCost;
import io.evenflow.grid.Generator;
import io.evenflow.io.InputException;
import io.evenflow.io.PriceFile;
import io.evenflow.io.Quantity;
import io.evenflow.market.DayAheadPrices;
import io.evenflow.scenario.Equipment;
import io.evenflow.scenario.Limits;
import io.evenflow.scenario.Loads;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Substation;
import io.evenflow.time.Horizon;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a scenario of a feeder and tables: sessions, prices, loads, PV, stations. */
public final class TableImport {
  /** What energy costs where nobody says it: about what it cost on average in 2024. */
  private static final double USUAL_PRICE_PER_MWH = 80;

  private final TableSources sources;
  private final Notes notes = new Notes();

  private TableImport(TableSources sources) {
    this.sources = sources;
  }

  /**
   * Reads the tables.
   *
   * @throws InputException where one cannot be read, or where something is open that a flag settles
   */
  public static Imported of(TableSources sources) {
    TableImport made = new TableImport(sources);
    Scenario scenario = made.scenario();
    return Imported.of(scenario, made.notes);
  }

  private Scenario scenario() {
    // The case may be written anew, without what the program does not model.
    FeederSource feeder = sources.feeder();
    feeder
        .network()
        .warnings()
        .forEach(warning -> notes.say("case '%s': %s".formatted(feeder.name(), warning)));
    SessionFile file = sessionFile();
    Horizon horizon = horizon(file);
    ChargerPlaces places = places(file, horizon.periods());
    List<Session> sessions = sessions(file, horizon, places);
    DayAheadPrices prices = prices(horizon);
    LoadImport loadImport = loadImport(horizon);
    Loads loads = loads(loadImport, horizon, places);
    List<Station> stations =
        loadImport == null
            ? places.stations()
            : places.stations().stream().map(loadImport::withLoad).toList();
    return new Scenario(
        "%s-%s".formatted(sources.feeder().network().name(), horizon.startOf(0).toLocalDate()),
        sources.currency(),
        sources.feeder().name(),
        sources.feeder().network(),
        horizon,
        prices,
        loads,
        List.of(),
        Limits.OF_THE_CASE,
        substationCost(horizon),
        stations,
        sessions,
        equipment(horizon, places));
  }

  private @Nullable LoadImport loadImport(Horizon horizon) {
    ProfileOptions options = sources.loads();
    return options == null
        ? null
        : new LoadImport(
            ProfileFile.read(options.table()),
            sources.feeder().network(),
            horizon,
            zone(horizon),
            options.unit(),
            notes);
  }

  private Loads loads(@Nullable LoadImport read, Horizon horizon, ChargerPlaces places) {
    ProfileOptions options = sources.loads();
    if (read == null || options == null) {
      notes.say("the case's loads are the same in all periods; --loads says otherwise");
      return Loads.flat(horizon.periods());
    }
    return read.read(places.stations(), options.column());
  }

  private Equipment equipment(Horizon horizon, ChargerPlaces places) {
    ProfileOptions options = sources.solar();
    if (options == null) {
      return Equipment.NONE;
    }
    List<Solar> solar =
        SolarImport.read(
            ProfileFile.read(options.table()),
            places.stations(),
            options,
            horizon,
            zone(horizon),
            notes);
    return new Equipment(Substation.OF_THE_CASE, List.of(), solar, List.of(), List.of(), null);
  }

  private @Nullable SessionFile sessionFile() {
    TableText table = sources.sessions();
    return table == null ? null : SessionFile.read(table, sources.sessionOptions(), notes);
  }

  private Horizon horizon(@Nullable SessionFile file) {
    ImportedDay day = sources.day();
    ZoneId zone = file == null ? day.zone() : file.zone(day.zone(), day.date());
    if (zone == null) {
      throw new InputException(
          "nothing says the zone of the days that are planned",
          "Maybe say it: --zone Europe/Berlin.");
    }
    LocalDate date = day.date();
    if (date == null && file != null) {
      date = file.firstDay(zone);
      notes.say(
          "the first day of the sessions is planned, %s; --date says otherwise".formatted(date));
    }
    if (date == null) {
      throw new InputException(
          "nothing says which day is planned", "Maybe say it: --date 2024-04-09.");
    }
    return ImportedDay.horizon(date, zone, day.days(), day.stepMinutes());
  }

  private ChargerPlaces places(@Nullable SessionFile file, int periods) {
    ChargerPower power = sources.power();
    TableText stations = sources.stations();
    if (stations != null) {
      return StationFile.read(stations, power, periods);
    }
    if (file == null) {
      return new ChargerPlaces(List.of(), Map.of(), true);
    }
    if (!power.isTold()) {
      notes.say(
          "chargers have %s kW where nothing else is known; --power says otherwise"
              .formatted(Rounded.text(ChargerPower.USUAL.maxKw())));
    }
    return ChargerSpread.of(
        file.chargers(), sources.feeder().network(), sources.buses(), power, notes);
  }

  private List<Session> sessions(
      @Nullable SessionFile file, Horizon horizon, ChargerPlaces places) {
    if (file == null) {
      return List.of();
    }
    List<RecordedSession> recorded = file.sessions(zone(horizon), horizon.startOf(0).toInstant());
    List<Session> sessions = new FleetOnHorizon(file, horizon, places, notes).of(recorded);
    if (sessions.isEmpty()) {
      throw new InputException(
          "%s: has no session between %s and %s that charges anything"
              .formatted(file.file(), horizon.startOf(0), horizon.startOf(horizon.periods())),
          "Maybe another day is meant: --date; its first is " + file.firstDay(zone(horizon)) + ".");
    }
    return sessions;
  }

  private static ZoneId zone(Horizon horizon) {
    ZoneId zone = horizon.zone();
    return zone == null ? horizon.start().getOffset() : zone;
  }

  private DayAheadPrices prices(Horizon horizon) {
    PriceOptions options = sources.prices();
    if (options != null && sources.pricePerMwh() != null) {
      throw new InputException(
          "--price and --prices are both given", "Maybe one of the two is left from another try.");
    }
    if (options != null) {
      PriceFile file = options.read(sources.currency(), notes);
      ZoneId told = options.zone();
      return PricesOnHorizon.of(file, horizon, told == null ? zone(horizon) : told, notes);
    }
    Double told = sources.pricePerMwh();
    if (told == null) {
      notes.say(
          "no prices are given; energy costs %s %s/MWh in all periods; --prices or --price say otherwise"
              .formatted(Rounded.text(USUAL_PRICE_PER_MWH), sources.currency()));
    }
    if (told != null) {
      requirePrice("--price", told);
    }
    double[] constant = new double[horizon.periods()];
    Arrays.fill(constant, told == null ? USUAL_PRICE_PER_MWH : told);
    return DayAheadPrices.of(constant);
  }

  private static void requirePrice(String flag, double perMwh) {
    if (!Quantity.PRICE_PER_MWH.allows(perMwh)) {
      throw new InputException(
          flag + " (" + perMwh + ") " + Quantity.PRICE_PER_MWH.bound(perMwh),
          Quantity.PRICE_PER_MWH.maybe());
    }
  }

  private double @Nullable [] substationCost(Horizon horizon) {
    Double told = sources.substationCostPerMwh();
    if (told == null) {
      requireSomeCost();
      return null;
    }
    requirePrice("--substation-cost", told);
    double[] costs = new double[horizon.periods()];
    Arrays.fill(costs, told);
    return costs;
  }

  private void requireSomeCost() {
    boolean isFree =
        sources.feeder().network().generators().stream()
            .filter(Generator::inService)
            .allMatch(generator -> generator.cost().equals(GenerationCost.ZERO));
    if (isFree) {
      throw new InputException(
          "case '" + sources.feeder().name() + "' has no costs of generation",
          "Maybe say what energy costs at the substation, or that it is free:"
              + " --substation-cost 60, --substation-cost 0.");
    }
  }
}
