package io.evenflow.io;

import static io.evenflow.io.Field.figure;
import static io.evenflow.io.Field.number;
import static io.evenflow.io.Field.text;
import static io.evenflow.io.Field.wholeNumber;

import io.evenflow.scenario.Claims;
import io.evenflow.scenario.Verification.PeriodFlow;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a result says of a period.
 *
 * @param start of the period, null where the result does not say it
 * @param substationVoltagePu voltage there. Unit: p.u.
 * @param flow the rest
 */
record PeriodFigures(@Nullable String start, double substationVoltagePu, Claims.Period flow) {
  private static final Field<String> START =
      text("start").optional("").says("of the period, with its offset");
  private static final Field<Double> IMPORT_KW =
      figure("importKw").unit("kW").says("power from the substation");
  private static final Field<Double> LOSS_KW =
      figure("lossKw").unit("kW").says("losses of branches and shunts");
  private static final Field<Double> SUBSTATION_VOLTAGE =
      number("substationVoltagePu")
          .unit("p.u.")
          .says("voltage there, the same in all periods where the scenario asks for that");
  private static final Field<Double> MIN_VOLTAGE =
      figure("minVoltagePu").unit("p.u.").says("lowest voltage");
  private static final Field<Integer> MIN_VOLTAGE_BUS =
      wholeNumber("minVoltageBus")
          .optional("")
          .says("its bus, the first in the case of those that closed switches join");
  private static final Field<Double> MAX_VOLTAGE =
      figure("maxVoltagePu").unit("p.u.").says("highest voltage");
  private static final Field<Integer> MAX_VOLTAGE_BUS =
      wholeNumber("maxVoltageBus").optional("").says("its bus, likewise");
  private static final Field<Map<String, Double>> STATION_KW =
      Field.of(Kind.BY_NAME, "stationKw")
          .optional("")
          .unit("kW")
          .says("net power of each station by id");

  static final Shape<PeriodFigures> SHAPE =
      Shape.of("Maybe the result is of another day.", PeriodFigures::read)
          .whole()
          .with(START, PeriodFigures::start)
          .with(IMPORT_KW, period -> period.flow().importKw())
          .with(LOSS_KW, period -> period.flow().lossKw())
          .with(SUBSTATION_VOLTAGE, PeriodFigures::substationVoltagePu)
          .with(MIN_VOLTAGE, period -> period.flow().minVoltagePu())
          .with(MIN_VOLTAGE_BUS, period -> period.flow().minVoltageBus())
          .with(MAX_VOLTAGE, period -> period.flow().maxVoltagePu())
          .with(MAX_VOLTAGE_BUS, period -> period.flow().maxVoltageBus())
          .with(STATION_KW, period -> period.flow().stationKw());

  private static PeriodFigures read(JsonObject period) {
    Map<String, Double> stations = period.orNull(STATION_KW);
    return new PeriodFigures(
        period.orNull(START),
        period.get(SUBSTATION_VOLTAGE),
        new Claims.Period(
            period.orNull(IMPORT_KW),
            period.orNull(LOSS_KW),
            period.orNull(MIN_VOLTAGE),
            period.orNull(MIN_VOLTAGE_BUS),
            period.orNull(MAX_VOLTAGE),
            period.orNull(MAX_VOLTAGE_BUS),
            stations == null ? Map.of() : stations));
  }

  /** The power flow where all of it is said. */
  PeriodFlow powerFlow() {
    Double importKw = flow.importKw();
    Double lossKw = flow.lossKw();
    Double lowest = flow.minVoltagePu();
    Integer lowestBus = flow.minVoltageBus();
    Double highest = flow.maxVoltagePu();
    Integer highestBus = flow.maxVoltageBus();
    return importKw == null
            || lossKw == null
            || lowest == null
            || lowestBus == null
            || highest == null
            || highestBus == null
        ? PeriodFlow.NONE
        : new PeriodFlow(importKw, lossKw, lowest, lowestBus, highest, highestBus);
  }
}
