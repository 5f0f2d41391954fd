package io.evenflow.io;

import static io.evenflow.io.Field.number;
import static io.evenflow.io.Field.wholeNumber;

import io.evenflow.grid.BranchScaling;

/** An entry of a scenario's {@code branchScaling}. */
final class BranchScalingShape {
  private static final Field<Integer> FROM =
      wholeNumber("from")
          .says("one bus of the branch; of parallel branches between its buses, each");
  private static final Field<Integer> TO = wholeNumber("to").says("the other bus");
  private static final Field<Double> RESISTANCE =
      number("resistance").or(1.0, "1").from(0).says("factor on its resistance, 0 or more");
  private static final Field<Double> REACTANCE =
      number("reactance").or(1.0, "1").from(0).says("factor on its reactance, 0 or more");

  static final Shape<BranchScaling> SHAPE =
      Shape.of(
              "Maybe a factor such as 1.03 is meant.",
              entry ->
                  new BranchScaling(
                      entry.get(FROM), entry.get(TO), entry.get(RESISTANCE), entry.get(REACTANCE)))
          .with(FROM, BranchScaling::from)
          .with(TO, BranchScaling::to)
          .with(RESISTANCE, BranchScaling::resistance)
          .with(REACTANCE, BranchScaling::reactance);

  private BranchScalingShape() {}
}
