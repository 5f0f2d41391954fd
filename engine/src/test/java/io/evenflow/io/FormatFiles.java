package io.evenflow.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;

/** What the pages of the formats are to hold: tables of fields, each below its mark. */
final class FormatFiles {
  private static final String MARK = "<!-- fields of ";

  private FormatFiles() {}

  /** Tables of docs/scenario.md by their marks. */
  static Map<String, Shape<?>> scenarioTables() {
    Map<String, Shape<?>> tables = new LinkedHashMap<>();
    tables.put("the scenario", ScenarioShape.SHAPE);
    tables.put("feeder", FeederShape.SHAPE);
    tables.put("horizon", HorizonShape.SHAPE);
    tables.put("prices", PricesShape.SHAPE);
    tables.put("loads", LoadsShape.SHAPE);
    tables.put("branchScaling", BranchScalingShape.SHAPE);
    tables.put("limits", LimitsShape.SHAPE);
    tables.put("substation", SubstationShape.SHAPE);
    tables.put("stations", StationShape.SHAPE);
    tables.put("powers", PowerRangeShape.SHAPE);
    tables.put("connectionKw", ConnectionShape.SHAPE);
    tables.put("peakCharge", PeakChargeShape.SHAPE);
    tables.put("groups", GroupShape.SHAPE);
    tables.put("solar", SolarShape.SHAPE);
    tables.put("batteries", BatteryShape.SHAPE);
    tables.put("vehicles", VehicleShape.SHAPE);
    tables.put("sessions", SessionShape.SHAPE);
    tables.put("emissions", EmissionsShape.SHAPE);
    return tables;
  }

  /** Tables of docs/result.md by their marks. */
  static Map<String, Shape<?>> resultTables() {
    Map<String, Shape<?>> tables = new LinkedHashMap<>();
    tables.put("the result", ResultShape.SHAPE);
    tables.put("cost", CostShape.SHAPE);
    tables.put("sessions", StoragePowers.SESSION);
    tables.put("generators", GeneratorPowers.SHAPE);
    tables.put("periods", PeriodFigures.SHAPE);
    tables.put("vehicles", StoragePowers.VEHICLE);
    tables.put("batteries", StoragePowers.BATTERY);
    tables.put("solar", SolarPowers.SHAPE);
    tables.put("stations", MeterPowers.SHAPE);
    tables.put("peaks", PeakShape.SHAPE);
    tables.put("limitValues", LimitValueShape.SHAPE);
    tables.put("fairness", FairnessShape.SHAPE);
    tables.put("verification", CheckFigures.SHAPE);
    return tables;
  }

  /** The page of scenarios with its tables anew. */
  static String scenarioPage(String page) {
    return page(page, scenarioTables(), FieldTable::ofScenario);
  }

  /** The page of results with its tables anew. */
  static String resultPage(String page) {
    return page(page, resultTables(), FieldTable::ofResult);
  }

  private static String page(
      String page,
      Map<String, Shape<?>> tables,
      BiFunction<Shape<?>, Set<Shape<?>>, List<String>> table) {
    List<String> lines = new ArrayList<>();
    boolean isOld = false;
    for (String line : page.lines().toList()) {
      isOld = isOld && (line.isEmpty() || line.startsWith("|"));
      if (!isOld) {
        lines.add(line);
      }
      if (line.startsWith(MARK)) {
        String name = line.substring(MARK.length(), line.indexOf(" -->"));
        Shape<?> shape = Objects.requireNonNull(tables.get(name), name);
        lines.add("");
        lines.addAll(table.apply(shape, Set.copyOf(tables.values())));
        lines.add("");
        isOld = true;
      }
    }
    return String.join("\n", lines) + "\n";
  }
}
