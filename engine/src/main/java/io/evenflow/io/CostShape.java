package io.evenflow.io;

import static io.evenflow.io.Field.object;

import io.evenflow.scenario.Cost;

/** A cost in parts. */
final class CostShape {
  private static final String CURRENCY = "currency";
  private static final Field<Double> GENERATION =
      part("generation").says("of all generators, without emissions");
  private static final Field<Double> CHARGING =
      part("charging").says("what sessions, vehicles and stations with prices of their own pay");
  private static final Field<Double> SHORTFALL =
      part("shortfall").says("of energy that is missing");
  private static final Field<Double> PEAKS = asset("peaks").says("of highest imports");
  private static final Field<Double> EMISSIONS =
      asset("emissions").says("of the CO₂ of what the substation gives");
  private static final Field<Double> WEAR = asset("wear").says("throughput and starts");
  private static final Field<Double> STORED =
      asset("stored").says("minus the value of energy above targets and at ends");

  static final Shape<Cost> SHAPE =
      Shape.of(
              "Maybe a part is missing.",
              cost ->
                  new Cost(
                      cost.get(GENERATION),
                      cost.get(CHARGING),
                      cost.get(SHORTFALL),
                      cost.get(PEAKS),
                      cost.get(EMISSIONS),
                      cost.get(WEAR),
                      cost.get(STORED)))
          .with(GENERATION, Cost::generation)
          .with(CHARGING, Cost::charging)
          .with(SHORTFALL, Cost::shortfall)
          .with(PEAKS, Cost::peaks)
          .with(EMISSIONS, Cost::emissions)
          .with(WEAR, Cost::wear)
          .with(STORED, Cost::stored);

  static final Field<Cost> FIELD =
      object("cost", SHAPE).optional("").unit(CURRENCY).says("its parts");

  private CostShape() {}

  private static Field<Double> part(String name) {
    return Field.of(Kind.FIGURE, name).unit(CURRENCY);
  }

  /** Older files do not have it. */
  private static Field<Double> asset(String name) {
    return part(name).or(0.0, "0");
  }
}
