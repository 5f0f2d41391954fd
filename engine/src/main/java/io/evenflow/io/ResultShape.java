package io.evenflow.io;

import static io.evenflow.io.Field.figure;
import static io.evenflow.io.Field.list;
import static io.evenflow.io.Field.text;
import static io.evenflow.io.Field.texts;
import static io.evenflow.io.Field.truth;
import static io.evenflow.io.Field.word;

import io.evenflow.scenario.LimitValue;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Settlement.Peak;
import io.evenflow.scenario.SolvedProblem;
import io.evenflow.scenario.Status;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A result file: its fields. */
final class ResultShape {
  private static final String CURRENCY = "currency";

  static final Field<String> FORMAT =
      word(
              "format",
              new String[] {ResultReader.FIRST_FORMAT, ResultReader.FORMAT},
              format -> format)
          .says("`evenflow-result/2`; `/1` is read too, without some of the fields");
  static final Field<String> SCENARIO = text("scenario").optional("").says("the scenario's `name`");
  static final Field<String> METHOD =
      text("method").optional("").says("`certified`, `two-stage`, `direct`, `uncontrolled`");
  static final Field<String> VERSION = text("version").optional("").says("of the program");
  static final Field<SolvedProblem> PROBLEM =
      word("problem", SolvedProblem.values(), SolvedProblem::word)
          .optional("")
          .says(
              "(not in `/1`) what status and bound speak of: `ac`, schedules on the AC grid itself;"
                  + " `relaxation`, those of its second-order cone relaxation, of which the AC"
                  + " grid's are a part");
  static final Field<Status> STATUS =
      word("status", Status.values(), Status::word)
          .says(
              "`optimal`: bound and objective agree within the asked gap, proven by this run;"
                  + " `feasible`: a schedule without that proof; `infeasible`: proven that none"
                  + " keeps all limits; `time-limit`: none before the end that was asked for;"
                  + " `failed`: none and no proof");
  static final Field<Boolean> BEST_EFFORT =
      truth("dispatchIsBestEffort")
          .optional("")
          .says(
              "(not in `/1`) whether no schedule keeps all limits (`infeasible`) and the one here"
                  + " misses them by as little as was found in two seconds, which is not proven to"
                  + " be the least");
  static final Field<Double> OBJECTIVE = figure("objective").unit(CURRENCY).says("total cost");
  static final Field<Double> BOUND =
      figure("bound")
          .unit(CURRENCY)
          .says(
              "no schedule costs less, with `fairness` none that gives its share to all; `null`"
                  + " where the method has none");
  static final Field<Double> RELATIVE_GAP =
      figure("relativeGap").says("(objective − bound) / max(1, \\|objective\\|)");
  static final Field<Double> VEHICLE_COST =
      figure("vehicleCost").unit(CURRENCY).says("objective − `withoutVehicles`");
  static final Field<Double> VEHICLE_COST_GAP =
      figure("vehicleCostGap")
          .says(
              "(objective − bound) / max(1, \\|vehicleCost − unavoidableShortfallCost\\|); `null`"
                  + " where the day without vehicles is infeasible, then `relativeGap` decides");
  static final Field<Double> WITHOUT_VEHICLES =
      figure("withoutVehicles")
          .unit(CURRENCY)
          .says("least cost of the day without any session, vehicle or battery");
  static final Field<Double> UNAVOIDABLE_SHORTFALL_COST =
      figure("unavoidableShortfallCost")
          .unit(CURRENCY)
          .says(
              "(not in `/1`) what missing energy costs on every schedule: of stays too short for"
                  + " their targets at full power");
  static final Field<Double> EMISSIONS_KG =
      figure("emissionsKg")
          .unit("kg")
          .says(
              "CO₂ of what the substation gives, what it takes back counting the other way; `null`"
                  + " where the scenario says nothing of emissions");
  static final Field<Map<String, Double>> SECONDS =
      Field.of(Kind.BY_NAME, "seconds")
          .optional("")
          .unit("s")
          .says("wall time by stage, `total` among them");
  static final Field<List<Map<String, Object>>> TRACE =
      Field.of(TraceKind.TRACE, "trace")
          .optional("")
          .says("one object per iteration of the method");
  static final Field<List<String>> NOTES =
      texts("notes").optional("").says("sentences a reader must know");
  static final Field<List<StoragePowers>> SESSIONS =
      list("sessions", StoragePowers.SESSION)
          .optional("")
          .says("a list, see below; must be there with a schedule");
  static final Field<List<GeneratorPowers>> GENERATORS =
      list("generators", GeneratorPowers.SHAPE)
          .optional("")
          .says(
              "those of the case in file order, the substation's among them, see below; must be"
                  + " there with a schedule");
  static final Field<List<PeriodFigures>> PERIODS =
      list("periods", PeriodFigures.SHAPE)
          .optional("")
          .says("a list, see below; must be there with a schedule");
  static final Field<List<StoragePowers>> VEHICLES =
      list("vehicles", StoragePowers.VEHICLE)
          .optional("")
          .says("a list, see below; must be there where the scenario has vehicles");
  static final Field<List<StoragePowers>> BATTERIES =
      list("batteries", StoragePowers.BATTERY)
          .optional("")
          .says("a list, see below; must be there where the scenario has batteries");
  static final Field<List<SolarPowers>> SOLAR =
      list("solar", SolarPowers.SHAPE)
          .optional("")
          .says("a list, see below; must be there where the scenario has PV");
  static final Field<List<MeterPowers>> STATIONS =
      list("stations", MeterPowers.SHAPE).optional("").says("a list, see below");
  static final Field<List<Peak>> PEAKS =
      list("peaks", PeakShape.SHAPE)
          .optional("")
          .says("a list of highest imports that cost something, see below");
  static final Field<List<LimitValue>> LIMIT_VALUES =
      list("limitValues", LimitValueShape.SHAPE)
          .optional("")
          .says("a list of what limits that bind are worth, see below");

  static final Shape<ResultOf> SHAPE =
      Shape.of("Maybe the result of another scenario was meant.", ResultReader::read)
          .whole()
          .with(FORMAT, told -> ResultReader.FORMAT)
          .with(SCENARIO, of(Result::scenario))
          .with(METHOD, of(Result::method))
          .with(VERSION, told -> Version.text())
          .with(PROBLEM, of(Result::problem))
          .with(STATUS, of(Result::status))
          .with(BEST_EFFORT, of(Result::dispatchIsBestEffort))
          .with(OBJECTIVE, of(Result::objective))
          .with(BOUND, of(Result::bound))
          .with(RELATIVE_GAP, of(Result::relativeGap))
          .with(VEHICLE_COST, of(Result::vehicleCost))
          .with(VEHICLE_COST_GAP, of(Result::vehicleCostGap))
          .with(WITHOUT_VEHICLES, of(Result::withoutVehicles))
          .with(UNAVOIDABLE_SHORTFALL_COST, of(Result::unavoidableShortfallCost))
          .with(CostShape.FIELD, of(Result::cost))
          .with(EMISSIONS_KG, ResultOf::emissionsKg)
          .with(SECONDS, of(Result::seconds))
          .with(TRACE, of(Result::trace))
          .with(NOTES, of(Result::notes))
          .with(SESSIONS, told -> told.schedule().sessions())
          .with(GENERATORS, told -> told.schedule().generators())
          .with(PERIODS, told -> told.schedule().periods(told.result().verification()))
          .with(VEHICLES, told -> told.schedule().vehicles())
          .with(BATTERIES, told -> told.schedule().batteries())
          .with(SOLAR, told -> told.schedule().solar())
          .with(STATIONS, ResultOf::meters)
          .with(PEAKS, told -> told.settlement().peaks())
          .with(LIMIT_VALUES, of(Result::limitValues))
          .with(FairnessShape.FIELD, of(Result::fairness))
          .with(CheckFigures.FIELD, ResultOf::check);

  private ResultShape() {}

  private static <V> Function<ResultOf, @Nullable V> of(Function<Result, @Nullable V> part) {
    return told -> part.apply(told.result());
  }
}
