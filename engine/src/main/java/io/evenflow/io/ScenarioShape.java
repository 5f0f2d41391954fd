package io.evenflow.io;

import static io.evenflow.io.Field.list;
import static io.evenflow.io.Field.object;
import static io.evenflow.io.Field.series;
import static io.evenflow.io.Field.text;
import static io.evenflow.io.Field.texts;
import static io.evenflow.io.Field.word;

import io.evenflow.fleet.Charger;
import io.evenflow.fleet.Group;
import io.evenflow.fleet.Session;
import io.evenflow.fleet.Station;
import io.evenflow.grid.BranchScaling;
import io.evenflow.io.FeederShape.NamedCase;
import io.evenflow.market.DayAheadPrices;
import io.evenflow.market.Emissions;
import io.evenflow.scenario.Equipment;
import io.evenflow.scenario.Limits;
import io.evenflow.scenario.Loads;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Substation;
import io.evenflow.time.Horizon;
import io.evenflow.time.Series;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A scenario file: its fields, and the day that comes out of them. */
final class ScenarioShape {
  private static final Field<String> FORMAT =
      word(
              "format",
              new String[] {ScenarioReader.FIRST_FORMAT, ScenarioReader.FORMAT},
              format -> format)
          .says("`evenflow-scenario/1` or `evenflow-scenario/2`");
  private static final Field<String> NAME =
      text("name").says("names the day in results, summaries and errors");
  private static final Field<String> CURRENCY =
      text("currency").says("such as `EUR`; a price file must be in it");
  private static final Field<NamedCase> FEEDER =
      object("feeder", FeederShape.SHAPE).says("the grid");
  private static final Field<Horizon> HORIZON =
      object("horizon", HorizonShape.SHAPE).says("the stretch of time that is planned");
  private static final Field<PricesShape.Source> PRICES =
      object("prices", PricesShape.SHAPE)
          .or(null, "none if every station has `importPricePerMwh`; else it must be there")
          .says("what energy costs by period");
  private static final Field<Loads> LOADS =
      object("loads", LoadsShape.SHAPE)
          .or(null, "those of the case, all day")
          .says("what else the grid feeds");
  private static final Field<List<BranchScaling>> BRANCH_SCALING =
      list("branchScaling", BranchScalingShape.SHAPE)
          .or(List.of(), "none")
          .says("a list of branches that are longer or shorter than in the case");
  private static final Field<Limits> LIMITS =
      object("limits", LimitsShape.SHAPE)
          .or(Limits.OF_THE_CASE, "those of the case")
          .says("limits of the grid in place of the case's");
  private static final Field<Series> SUBSTATION_COST =
      series("substationCostPerMwh")
          .or(null, "the case's")
          .unit("per MWh")
          .says(
              "a number or T numbers: what a MWh from the substation costs in place of the case's"
                  + " `gencost`; needed where the case has none and `substation` no price");
  private static final Field<Substation> SUBSTATION =
      object("substation", SubstationShape.SHAPE)
          .or(Substation.OF_THE_CASE, "that of the case")
          .second()
          .says("prices and limits of what the substation gives");
  private static final Field<List<Station>> STATIONS =
      list("stations", StationShape.SHAPE).says("a list of places with chargers, may be empty");
  private static final Field<List<Group>> GROUPS =
      list("groups", GroupShape.SHAPE)
          .or(List.of(), "none")
          .second()
          .says("a list of stations that share something");
  private static final Field<List<Fitted<Session>>> SESSIONS =
      list("sessions", SessionShape.SHAPE).says("a list of stays, may be empty");
  private static final Field<Emissions> EMISSIONS =
      object("emissions", EmissionsShape.SHAPE)
          .or(null, "none")
          .second()
          .says("CO₂ of what the substation gives");
  private static final Field<List<String>> ASSUMPTIONS =
      texts("assumptions")
          .or(List.of(), "none")
          .second()
          .says(
              "what was assumed when the day was made of something else, a sentence each; for people");

  static final Shape<Scenario> SHAPE =
      Shape.of("Maybe the scenario is of another case.", ScenarioShape::read)
          .with(FORMAT, scenario -> ScenarioReader.FIRST_FORMAT)
          .with(NAME, Scenario::name)
          .with(CURRENCY, Scenario::currency)
          .with(FEEDER, scenario -> new NamedCase(scenario.feederCase(), scenario.network()))
          .with(HORIZON, Scenario::horizon)
          .with(PRICES, ScenarioShape::prices)
          .with(LOADS, Scenario::loads)
          .with(
              BRANCH_SCALING,
              Scenario::branchScaling,
              scenario -> !scenario.branchScaling().isEmpty())
          .with(LIMITS, Scenario::limits, scenario -> !scenario.limits().equals(Limits.OF_THE_CASE))
          .with(SUBSTATION_COST, ScenarioShape::substationCost)
          .with(SUBSTATION, Scenario::substation)
          .with(STATIONS, Scenario::stations)
          .with(GROUPS, Scenario::groups)
          .with(EquipmentShape.SOLAR, Scenario::solar)
          .with(EquipmentShape.BATTERIES, Scenario::batteries)
          .with(EquipmentShape.VEHICLES, VehicleShape::of)
          .with(SESSIONS, SessionShape::of)
          .with(EMISSIONS, Scenario::emissions)
          .with(ASSUMPTIONS, Scenario::assumptions);

  private ScenarioShape() {}

  private static Scenario read(JsonObject root) {
    String name = root.get(NAME);
    String currency = root.get(CURRENCY);
    NamedCase feeder = root.get(FEEDER);
    Horizon horizon = root.get(HORIZON);
    JsonObject day = root.with(root.reading().over(horizon.periods()));
    PricesShape.Source prices = day.orNull(PRICES);
    DayAheadPrices dayAhead = prices == null ? null : prices.over(horizon, currency);
    Loads loads = day.orNull(LOADS);
    Limits limits = day.get(LIMITS);
    Series cost = day.orNull(SUBSTATION_COST);
    Substation substation = day.get(SUBSTATION);
    SubstationPrice.require(root, feeder.network(), cost != null, substation.tariff() != null);
    List<Station> stations = day.get(STATIONS);
    JsonObject fleet = day.with(day.reading().at(chargers(stations)));
    return new Scenario(
            name,
            currency,
            feeder.name(),
            feeder.network(),
            horizon,
            dayAhead == null ? noPrices(root, horizon, stations) : dayAhead,
            loads == null ? Loads.flat(horizon.periods()) : loads,
            day.get(BRANCH_SCALING),
            limits,
            cost == null ? null : cost.toArray(),
            stations,
            fleet.get(SESSIONS).stream().map(Fitted::what).toList(),
            new Equipment(
                substation,
                day.get(GROUPS),
                day.get(EquipmentShape.SOLAR),
                day.get(EquipmentShape.BATTERIES),
                fleet.get(EquipmentShape.VEHICLES).stream().map(Fitted::what).toList(),
                day.orNull(EMISSIONS)))
        .withAssumptions(root.get(ASSUMPTIONS));
  }

  /** Without prices nobody may pay them. */
  private static DayAheadPrices noPrices(JsonObject root, Horizon horizon, List<Station> stations) {
    if (stations.isEmpty()
        || stations.stream().anyMatch(station -> station.site().tariff() == null)) {
      throw root.missing(PRICES.name());
    }
    return DayAheadPrices.of(new double[horizon.periods()]);
  }

  private static Map<String, Charger> chargers(List<Station> stations) {
    Map<String, Charger> chargers = new HashMap<>();
    stations.forEach(station -> chargers.put(station.id(), station.charger()));
    return chargers;
  }

  private static PricesShape.Source prices(Scenario scenario) {
    return PricesShape.Source.of(scenario.prices());
  }

  private static @Nullable Series substationCost(Scenario scenario) {
    double[] cost = scenario.substationCostPerMwh();
    return cost == null ? null : Series.of(cost);
  }
}
