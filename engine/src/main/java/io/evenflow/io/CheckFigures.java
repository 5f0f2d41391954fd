package io.evenflow.io;

import static io.evenflow.io.Field.figure;
import static io.evenflow.io.Field.object;
import static io.evenflow.io.Field.texts;
import static io.evenflow.io.Field.truth;

import io.evenflow.scenario.Claims;
import io.evenflow.scenario.Cost;
import io.evenflow.scenario.Settlement;
import io.evenflow.scenario.Verification;
import io.evenflow.scenario.Verification.PeriodFlow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a result says that a check found.
 *
 * @param figures as the result has them
 * @param violations null where the result does not say them
 */
record CheckFigures(Claims.Verified figures, @Nullable List<String> violations) {
  private static final Field<Boolean> AC_FEASIBLE =
      truth("acFeasible")
          .says("whether the AC power flow converges in every period and every limit holds");
  private static final Field<Double> VOLTAGE =
      figure("maxVoltageViolationPu")
          .unit("p.u.")
          .says("worst distance outside the voltage limits");
  private static final Field<Double> OVERLOAD =
      figure("maxBranchOverloadMva").unit("MVA").says("worst apparent power above a rating");
  private static final Field<Double> PHANTOM_LOSS =
      figure("phantomLossKwh")
          .unit("kWh")
          .says("generation claimed above what the AC power flow needs");
  private static final Field<Double> ENERGY_ERROR =
      figure("maxEnergyErrorKwh")
          .unit("kWh")
          .says("worst distance of an energy from its limits or from what was claimed");
  private static final Field<Cost> COST =
      CostShape.FIELD.says("recomputed from powers and AC power flow alone");
  private static final Field<List<String>> VIOLATIONS =
      texts("violations")
          .optional("")
          .says("a sentence for each limit or claim that does not hold");

  static final Shape<CheckFigures> SHAPE =
      Shape.of("Maybe the result is of another day.", CheckFigures::read)
          .whole()
          .with(AC_FEASIBLE, check -> check.figures().acFeasible())
          .with(VOLTAGE, check -> check.figures().maxVoltageViolationPu())
          .with(OVERLOAD, check -> check.figures().maxBranchOverloadMva())
          .with(PHANTOM_LOSS, check -> check.figures().phantomLossKwh())
          .with(ENERGY_ERROR, check -> check.figures().maxEnergyErrorKwh())
          .with(COST, check -> check.figures().cost())
          .with(VIOLATIONS, CheckFigures::violations);

  static final Field<CheckFigures> FIELD =
      object("verification", SHAPE)
          .optional("")
          .says("what the independent check found, `null` where there is no schedule");

  private static CheckFigures read(JsonObject check) {
    List<String> violations = check.orNull(VIOLATIONS);
    return new CheckFigures(
        new Claims.Verified(
            check.get(AC_FEASIBLE),
            check.orNull(VOLTAGE),
            check.orNull(OVERLOAD),
            check.orNull(PHANTOM_LOSS),
            check.orNull(ENERGY_ERROR),
            check.orNull(COST),
            violations == null ? null : (Integer) violations.size()),
        violations);
  }

  static CheckFigures of(Verification check) {
    return new CheckFigures(
        new Claims.Verified(
            check.acFeasible(),
            check.maxVoltageViolationPu(),
            check.maxBranchOverloadMva(),
            check.phantomLossKwh(),
            check.maxEnergyErrorKwh(),
            check.cost(),
            check.violations().size()),
        check.violations());
  }

  Verification verification(List<PeriodFlow> flows, Settlement settlement) {
    Cost cost = figures.cost();
    return new Verification(
        Boolean.TRUE.equals(figures.acFeasible()),
        orZero(figures.maxVoltageViolationPu()),
        orZero(figures.maxBranchOverloadMva()),
        orZero(figures.phantomLossKwh()),
        orZero(figures.maxEnergyErrorKwh()),
        violations == null ? List.of() : violations,
        flows,
        cost == null ? new Cost(0, 0, 0) : cost,
        settlement);
  }

  private static double orZero(@Nullable Double number) {
    return number == null ? 0 : number;
  }
}
