package io.evenflow.benchmark;

import io.evenflow.check.Verifier;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Session;
import io.evenflow.grid.Feeder;
import io.evenflow.grid.Generator;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Verification;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Schedules drawn at random, from nothing or around one that is known: every power of a vehicle, a
 * generator or the substation's voltage is kept, moved a little, or drawn anew. The check alone
 * says which hold and what they cost.
 */
final class TriedSchedules {
  private final Scenario day;
  private final @Nullable Dispatch around;
  private final SplittableRandom random;
  private int held;

  TriedSchedules(Scenario day, @Nullable Dispatch around, long seed) {
    this.day = day;
    this.around = around;
    random = new SplittableRandom(seed);
  }

  /** How many kept every limit, without any tolerance of voltages and ratings. */
  int held() {
    return held;
  }

  /** The least cost of those that held, +∞ where none did. */
  double best(int tries) {
    double best = Double.POSITIVE_INFINITY;
    for (int k = 0; k < tries; k++) {
      // mostly small steps: far from a schedule that holds, hardly anything does
      Verification check = Verifier.verify(day, draw(random.nextInt(1, 60)));
      if (check.acFeasible()
          && check.maxVoltageViolationPu() <= 0
          && check.maxBranchOverloadMva() <= 0) {
        held++;
        best = Math.min(best, check.cost().total());
      }
    }
    return best;
  }

  /** One power in so many is changed. */
  private Dispatch draw(int rarely) {
    int periods = day.periods();
    Feeder feeder = day.feeder();
    int generators = feeder.generators().size();
    Dispatch drawn =
        new Dispatch(
            new double[day.sessions().size()][periods],
            new double[day.sessions().size()][periods],
            new double[generators][periods],
            new double[generators][periods],
            new double[periods]);
    for (int t = 0; t < periods; t++) {
      for (int s = 0; s < day.sessions().size(); s++) {
        vehicle(drawn, s, t, rarely);
      }
      for (int g = 0; g < generators; g++) {
        generator(drawn, g, t, rarely);
      }
      double known =
          around == null ? feeder.bus(0).voltageMaxPu() : around.substationVoltagePu()[t];
      double low = feeder.bus(0).voltageMinPu();
      double high = feeder.bus(0).voltageMaxPu();
      drawn.substationVoltagePu()[t] = moved(known, low, high, rarely);
    }
    return drawn;
  }

  private void vehicle(Dispatch drawn, int s, int period, int rarely) {
    Session session = day.sessions().get(s);
    if (!session.isPresent(period)) {
      return;
    }
    PowerRange charge = session.charger().charge();
    PowerRange discharge = session.charger().discharge();
    double up = around == null ? 0 : around.chargeKw()[s][period];
    double down = around == null ? 0 : around.dischargeKw()[s][period];
    boolean turn = around == null || random.nextInt(rarely) == 0;
    int direction =
        turn ? random.nextInt(discharge == null ? 2 : 3) : up > 0 ? 1 : down > 0 ? 2 : 0;
    if (direction == 1) {
      double known = up > 0 ? up : charge.maxKw();
      drawn.chargeKw()[s][period] = moved(known, charge.minKw(), charge.maxKw(), rarely);
    } else if (direction == 2 && discharge != null) {
      double known = down > 0 ? down : discharge.maxKw();
      drawn.dischargeKw()[s][period] = moved(known, discharge.minKw(), discharge.maxKw(), rarely);
    }
  }

  private void generator(Dispatch drawn, int g, int period, int rarely) {
    Generator generator = day.feeder().generators().get(g);
    double activeKw = around == null ? 0 : around.generatorKw()[g][period];
    double reactiveKvar = around == null ? 0 : around.generatorKvar()[g][period];
    drawn.generatorKw()[g][period] =
        moved(activeKw, 1000 * generator.activeMinMw(), 1000 * generator.activeMaxMw(), rarely);
    drawn.generatorKvar()[g][period] =
        moved(
            reactiveKvar,
            1000 * generator.reactiveMinMvar(),
            1000 * generator.reactiveMaxMvar(),
            rarely);
  }

  private double moved(double known, double low, double high, int rarely) {
    double value = known;
    if (random.nextInt(rarely) == 0) {
      value += random.nextDouble(-0.05, 0.05) * (high - low);
    } else if (random.nextInt(2 * rarely) == 0) {
      value = low + random.nextDouble() * (high - low);
    }
    return Math.clamp(value, low, high);
  }
}
