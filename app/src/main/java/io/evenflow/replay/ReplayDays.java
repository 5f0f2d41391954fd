package io.evenflow.replay;

import io.evenflow.fleet.Charger;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Session;
import io.evenflow.fleet.Solar;
import io.evenflow.io.InputException;
import io.evenflow.io.exchange.Announced;
import io.evenflow.io.exchange.ChargerPower;
import io.evenflow.io.exchange.Imported;
import io.evenflow.io.exchange.ImportedDay;
import io.evenflow.io.exchange.Notes;
import io.evenflow.io.exchange.PriceOptions;
import io.evenflow.io.exchange.SessionFile;
import io.evenflow.io.exchange.TableImport;
import io.evenflow.io.exchange.TableSources;
import io.evenflow.io.exchange.TableText;
import io.evenflow.live.PastStay;
import io.evenflow.scenario.Loads;
import io.evenflow.scenario.Scenario;
import io.evenflow.study.LoadProfile;
import io.evenflow.study.TightLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The days of a table of sessions, each with its prices, on a feeder with the shape of a load. */
public final class ReplayDays {
  /** A site remembers what it saw on so many days. */
  private static final int REMEMBERED_DAYS = 28;

  private final ReplaySetup setup;
  private final SessionFile file;
  private final ZoneId zone;
  private final Map<String, Announced> announced;
  private final List<LocalDate> everyDate;
  private final List<LocalDate> dates;
  private final Map<LocalDate, List<PastStay>> past = new ConcurrentHashMap<>();
  private final List<String> assumptions = new ArrayList<>();

  public ReplayDays(ReplaySetup setup) {
    this.setup = setup;
    Notes notes = new Notes();
    file = SessionFile.read(setup.sessions(), setup.sessionOptions(), notes);
    ZoneId told = setup.zone();
    if (told == null && !file.hasOffsets()) {
      told = ZoneOffset.UTC;
      assumptions.add(
          setup.sessions().getFileName()
              + ": its times have no offset from UTC and are taken as UTC; --zone says otherwise");
    }
    zone = file.zone(told);
    announced = file.announced(zone);
    LocalDate first = setup.date();
    everyDate = file.days(zone);
    dates = everyDate.stream().filter(day -> first == null || !day.isBefore(first)).toList();
    if (dates.isEmpty()) {
      throw new InputException(
          setup.sessions() + ": has no session" + (first == null ? "" : " from " + first + " on"),
          "Maybe another day is meant: --date.");
    }
    if (!setup.equipment().isNone()) {
      // what does not fit the site fits none of its days
      setup.equipment().addedTo(imported(dates.getFirst(), setup.span(), true).scenario());
    }
  }

  /** The days to replay: the first ones with sessions. */
  public List<LocalDate> dates() {
    List<LocalDate> chosen = new ArrayList<>();
    for (LocalDate date : dates) {
      boolean isCovered =
          !chosen.isEmpty() && date.isBefore(chosen.getLast().plusDays(setup.span()));
      if (!isCovered && chosen.size() < setup.days()) {
        chosen.add(date);
      }
    }
    return chosen;
  }

  /** What was assumed of all days, a sentence each. */
  public List<String> assumptions() {
    return List.copyOf(assumptions);
  }

  /** What was seen on the last days before one. */
  List<PastStay> before(LocalDate date) {
    List<LocalDate> earlier = everyDate.stream().filter(day -> day.isBefore(date)).toList();
    return earlier.stream()
        .skip(Math.max(0, earlier.size() - REMEMBERED_DAYS))
        .flatMap(day -> past.computeIfAbsent(day, this::stays).stream())
        .toList();
  }

  private List<PastStay> stays(LocalDate date) {
    Scenario scenario;
    try {
      scenario = imported(date, 1, false).scenario();
    } catch (InputException nobody) {
      return List.of();
    }
    List<PastStay> stays = new ArrayList<>();
    int step = setup.stepMinutes();
    for (Session session : sessions(scenario)) {
      Instant came = scenario.horizon().startOf(session.arrival()).toInstant();
      Duration said = Duration.between(came, said(session, scenario).departure());
      stays.add(
          new PastStay(
              date,
              session.station(),
              session.arrival() * step,
              session.periods() * step,
              Math.max(1, said.toMinutes()),
              session.batteryKwh(),
              session.arrivalEnergyKwh(),
              session.targetEnergyKwh(),
              session.charger()));
    }
    return stays;
  }

  /** One day; what was assumed is in its scenario. */
  public ReplayDay of(LocalDate date) {
    Scenario scenario = imported(date, setup.span(), true).scenario();
    List<Session> sessions = sessions(scenario);
    double[] scale = LoadProfile.defaultOf(setup.feeder().name()).scale(scenario.horizon());
    Scenario free =
        new Scenario(
            scenario.name(),
            scenario.currency(),
            scenario.feederCase(),
            scenario.network(),
            scenario.horizon(),
            scenario.prices(),
            new Loads(scale, List.of()),
            scenario.branchScaling(),
            scenario.limits(),
            scenario.substationCostPerMwh(),
            scenario.stations(),
            sessions);
    Scenario limited = setup.congested() ? free.withLimits(TightLimits.of(free)) : free;
    Scenario realised = setup.equipment().addedTo(limited.withEquipment(scenario.equipment()));
    return new ReplayDay(
        date,
        realised.withAssumptions(assumptions(scenario)),
        realised.sessions().stream().map(each -> said(each, realised)).toList(),
        PriceNews.of(
            realised.prices(),
            realised.horizon(),
            zone,
            setup.published(),
            day -> imported(day, 1, null, false).scenario().prices()),
        SolarNews.of(realised, sunOf(date.minusDays(1))));
  }

  /**
   * Plants of the table on a day; none where it has none, and those of the file are always alike.
   */
  private List<Solar> sunOf(LocalDate date) {
    if (setup.equipment().solar() == null) {
      return List.of();
    }
    try {
      return imported(date, 1, true).scenario().solar();
    } catch (InputException notThere) {
      return List.of();
    }
  }

  /** Those of the import, but for loads, which have a shape here. */
  private List<String> assumptions(Scenario scenario) {
    List<String> all = new ArrayList<>();
    scenario.assumptions().stream()
        .filter(line -> !line.contains("--loads") && !line.startsWith("PV can be curtailed"))
        .forEach(all::add);
    all.addAll(setup.equipment().assumptions());
    all.add("the case's loads follow a working day's in April by BDEW, but for case18's");
    return all;
  }

  /** With sessions. */
  private Imported imported(LocalDate date, int span, boolean hasSun) {
    return imported(date, span, setup.sessions(), hasSun);
  }

  private Imported imported(LocalDate date, int span, @Nullable Path sessions, boolean hasSun) {
    return TableImport.of(
        new TableSources(
            setup.feeder(),
            sessions == null ? null : TableText.read(sessions),
            setup.sessionOptions(),
            PriceOptions.of(TableText.read(setup.prices())),
            null,
            null,
            hasSun ? setup.equipment().solar() : null,
            null,
            List.of(),
            new ChargerPower(null, setup.sessionOptions().efficiency()),
            new ImportedDay(date, span, setup.stepMinutes(), zone),
            "EUR",
            null));
  }

  private List<Session> sessions(Scenario scenario) {
    return scenario.sessions().stream().map(this::withDischarge).map(this::asAsked).toList();
  }

  /**
   * A vehicle wants what its driver asked for, or what its battery took in the end if that is less:
   * nobody misses what nobody asked for.
   */
  private Session asAsked(Session session) {
    Announced words = announced.get(session.id());
    Double kwh = words == null ? null : words.energyKwh();
    if (kwh == null) {
      return session;
    }
    double asked = session.arrivalEnergyKwh() + kwh * session.charger().chargeEfficiency();
    return new Session(
        session.id(),
        session.station(),
        session.arrival(),
        session.departure(),
        session.batteryKwh(),
        session.minEnergyKwh(),
        session.arrivalEnergyKwh(),
        Math.min(session.targetEnergyKwh(), asked),
        session.shortfallCostPerKwh(),
        session.charger());
  }

  /** Whether a session can feed back depends on its name alone. */
  private Session withDischarge(Session session) {
    boolean can = Math.floorMod(session.id().hashCode(), 1000) < 1000 * setup.v2gShare();
    if (!can) {
      return session;
    }
    Charger charger = session.charger();
    Charger both =
        new Charger(
            charger.charge(),
            charger.chargeEfficiency(),
            new PowerRange(0, charger.charge().maxKw()),
            charger.chargeEfficiency());
    return new Session(
        session.id(),
        session.station(),
        session.arrival(),
        session.departure(),
        session.batteryKwh(),
        session.minEnergyKwh(),
        session.arrivalEnergyKwh(),
        session.targetEnergyKwh(),
        session.shortfallCostPerKwh(),
        both);
  }

  private ReplayDay.Said said(Session session, Scenario realised) {
    Announced words = announced.get(session.id());
    Instant leaves = realised.horizon().startOf(session.departure()).toInstant();
    if (words == null) {
      return new ReplayDay.Said(leaves, session.batteryKwh(), session.targetEnergyKwh());
    }
    Instant came = realised.horizon().startOf(session.arrival() + 1).toInstant();
    Instant end = realised.horizon().startOf(realised.periods()).toInstant();
    Instant departure = words.departure() == null ? leaves : words.departure();
    departure = departure.isBefore(came) ? came : departure.isAfter(end) ? end : departure;
    Double kwh = words.energyKwh();
    double target =
        kwh == null
            ? session.targetEnergyKwh()
            : session.arrivalEnergyKwh() + kwh * session.charger().chargeEfficiency();
    return new ReplayDay.Said(departure, Math.max(session.batteryKwh(), target), target);
  }
}
