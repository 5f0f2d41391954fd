package io.evenflow.io;

import io.evenflow.fleet.Session;
import io.evenflow.grid.Generator;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Verification.PeriodFlow;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads the schedule in a result file: sessions by id, generators in file order, periods. */
final class ScheduleReader {
  private final JsonObject root;
  private final Scenario scenario;
  private final int periods;

  ScheduleReader(JsonObject root, Scenario scenario) {
    this.root = root;
    this.scenario = scenario;
    this.periods = scenario.periods();
  }

  /** Whether the file has a schedule, whatever its status says. */
  boolean hasSchedule() {
    return root.has("periods") && !root.objects("periods").isEmpty();
  }

  Dispatch dispatch() {
    Map<String, JsonObject> byId = sessionsById();
    List<Session> sessions = scenario.sessions();
    double[][] chargeKw = new double[sessions.size()][];
    double[][] dischargeKw = new double[sessions.size()][];
    for (int s = 0; s < sessions.size(); s++) {
      JsonObject session = session(byId, sessions.get(s).id());
      chargeKw[s] = session.numbers("chargeKw", periods);
      dischargeKw[s] = session.numbers("dischargeKw", periods);
    }
    List<JsonObject> generators = generators();
    double[][] activeKw = new double[generators.size()][];
    double[][] reactiveKvar = new double[generators.size()][];
    for (int g = 0; g < activeKw.length; g++) {
      activeKw[g] = generators.get(g).numbers("activeKw", periods);
      reactiveKvar[g] = generators.get(g).numbers("reactiveKvar", periods);
    }
    return new Dispatch(chargeKw, dischargeKw, activeKw, reactiveKvar, substationVoltages());
  }

  Map<String, JsonObject> sessionsById() {
    Map<String, JsonObject> byId = new LinkedHashMap<>();
    for (JsonObject entry : root.objects("sessions")) {
      String id = entry.text("id");
      JsonObject session = entry.named("session '" + id + "'");
      session.requireOnly("id", "chargeKw", "dischargeKw", "energyKwh", "shortfallKwh");
      if (byId.put(id, session) != null) {
        throw session.error(
            "the id appears twice", "Maybe one of the two is meant to have another id.");
      }
      if (scenario.sessions().stream().noneMatch(known -> known.id().equals(id))) {
        throw session.error(
            "scenario '" + scenario.name() + "' has no such session",
            "Maybe the result is of another day.");
      }
    }
    return byId;
  }

  private JsonObject session(Map<String, JsonObject> byId, String id) {
    JsonObject session = byId.get(id);
    if (session == null) {
      throw root.error(
          "sessions has no session '" + id + "', which scenario '" + scenario.name() + "' has",
          "Maybe the result is of another day.");
    }
    return session;
  }

  /** Those in service; a file may list the ones that are off, too. */
  private List<JsonObject> generators() {
    List<JsonObject> listed = root.objects("generators");
    List<Generator> inService = scenario.feeder().generators();
    List<Generator> all = scenario.feeder().network().generators();
    List<Generator> expected = listed.size() == inService.size() ? inService : all;
    if (listed.size() != expected.size()) {
      throw root.error(
          "generators has %d entries, case '%s' has %d in service"
              .formatted(listed.size(), scenario.feederCase(), inService.size()),
          "Maybe the substation's generator was left out: it is one of them.");
    }
    List<JsonObject> generators = new ArrayList<>();
    for (int g = 0; g < listed.size(); g++) {
      JsonObject entry = listed.get(g);
      entry.requireOnly("bus", "activeKw", "reactiveKvar");
      if (entry.wholeNumber("bus") != expected.get(g).bus()) {
        throw entry.error(
            "bus (%d) must be %d".formatted(entry.wholeNumber("bus"), expected.get(g).bus()),
            "Maybe the generators are not in the order of the case file.");
      }
      if (inService.contains(expected.get(g))) {
        generators.add(entry);
      }
    }
    return generators;
  }

  List<JsonObject> periodObjects() {
    List<JsonObject> entries = root.objects("periods");
    if (entries.size() != periods) {
      throw root.error(
          "periods has " + entries.size() + " entries, horizon.periods is " + periods,
          "Maybe the result is of another horizon.");
    }
    return entries;
  }

  private double[] substationVoltages() {
    List<JsonObject> entries = periodObjects();
    double[] voltages = new double[periods];
    for (int period = 0; period < periods; period++) {
      JsonObject entry = entries.get(period);
      entry.requireOnly(
          "start",
          "importKw",
          "lossKw",
          "substationVoltagePu",
          "minVoltagePu",
          "minVoltageBus",
          "maxVoltagePu",
          "maxVoltageBus",
          "stationKw");
      requireStart(entry, scenario.horizon().startOf(period));
      voltages[period] = entry.number("substationVoltagePu");
    }
    return voltages;
  }

  private static void requireStart(JsonObject entry, OffsetDateTime wanted) {
    if (!entry.has("start")) {
      return;
    }
    String text = entry.text("start");
    boolean isWanted;
    try {
      isWanted = OffsetDateTime.parse(text).isEqual(wanted);
    } catch (DateTimeException noTime) {
      isWanted = false;
    }
    if (!isWanted) {
      throw entry.error(
          "start ('" + text + "') must be " + Times.text(wanted),
          "Maybe the result is of another day.");
    }
  }

  /** What the file says of each period's power flow; only whole rows of it count. */
  List<PeriodFlow> flows() {
    return periodObjects().stream().map(ScheduleReader::flow).toList();
  }

  private static PeriodFlow flow(JsonObject entry) {
    boolean isWhole =
        Stream.of(
                "importKw",
                "lossKw",
                "minVoltagePu",
                "minVoltageBus",
                "maxVoltagePu",
                "maxVoltageBus")
            .allMatch(field -> entry.has(field) && !entry.isNull(field));
    if (!isWhole) {
      return PeriodFlow.NONE;
    }
    return new PeriodFlow(
        entry.number("importKw"),
        entry.number("lossKw"),
        entry.number("minVoltagePu"),
        entry.wholeNumber("minVoltageBus"),
        entry.number("maxVoltagePu"),
        entry.wholeNumber("maxVoltageBus"));
  }
}
