package io.evenflow.resource;

import io.evenflow.coordination.ConvexCosts;
import io.evenflow.coordination.Profile;
import io.evenflow.coordination.Resource;
import io.evenflow.coordination.ResourceModel;
import io.evenflow.fleet.Solar;
import io.evenflow.mip.AffineBuilder;
import io.evenflow.mip.MixedIntegerProgram;
import java.util.Arrays;
import java.util.List;

/**
 * A curtailable photovoltaic plant in one period that has reactive power: it draws −p and q with 0
 * ≤ p ≤ what the sun gives, and either q = k·p or p² + q² ≤ rating². Its rows are those of active
 * and of reactive power, in this order of meaning; both as drawn from the grid.
 */
public final class SolarResource implements Resource {
  /** Sides of the polygon around the rating's circle in a mixed-integer program. */
  private static final int SIDES = 64;

  private static final int SEARCH_STEPS = 80;
  private static final double ROUNDING = 0x1p-46;

  private final String id;
  private final int[] rows;
  private final double mostKw;
  private final double rating;
  private final boolean isFree;
  private final double drawnPerKw;
  private double fedKw;
  private double drawnKvar;

  /**
   * @param activeRow row of the power drawn at its place
   * @param reactiveRow row of the reactive power drawn at its bus; above activeRow
   */
  public SolarResource(Solar plant, int period, int activeRow, int reactiveRow) {
    id = "solar '" + plant.id() + "' in period " + period;
    rows = new int[] {activeRow, reactiveRow};
    mostKw = plant.mostKw(period);
    Double given = plant.ratingKva();
    rating = given == null ? Double.POSITIVE_INFINITY : given;
    isFree = plant.reactive() == Solar.Reactive.FREE;
    drawnPerKw = plant.drawnKvarPerKw();
    rest();
  }

  private void rest() {
    fedKw = mostKw;
    drawnKvar = drawnPerKw * mostKw;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public int[] rows() {
    return rows;
  }

  @Override
  public double least(int i) {
    return i == 0 ? -mostKw : Math.min(-reachKvar(), 0);
  }

  @Override
  public double most(int i) {
    return i == 0 ? 0 : Math.max(0, reachKvar());
  }

  private double reachKvar() {
    return isFree ? rating : Math.abs(drawnPerKw) * mostKw;
  }

  private double mostKvar(double kw) {
    return Math.sqrt(Math.max(0, rating * rating - kw * kw));
  }

  @Override
  public double answer(double[] pricePerUnit) {
    double active = pricePerUnit[rows[0]];
    double reactive = pricePerUnit[rows[1]];
    if (isFree) {
      // min −a·p + b·q on the disc: at the rim in direction (a, −b), unless that is beyond the sun
      double length = Math.hypot(active, reactive);
      double wanted = length == 0 ? mostKw : rating * active / length;
      fedKw = Math.clamp(wanted, 0, mostKw);
      drawnKvar = -Math.signum(reactive) * mostKvar(fedKw);
    } else {
      double perKw = -active + reactive * drawnPerKw;
      fedKw = perKw <= 0 ? mostKw : 0;
      drawnKvar = drawnPerKw * fedKw;
    }
    double value = -active * fedKw + reactive * drawnKvar;
    double size = Math.abs(active) * mostKw + Math.abs(reactive) * reachKvar();
    return value - ROUNDING * size;
  }

  @Override
  public double answer(ConvexCosts costs) {
    // convex in p, the best q taken for each: a section search finds it to many digits
    double from = 0;
    double to = mostKw;
    for (int step = 0; step < SEARCH_STEPS; step++) {
      double first = from + (to - from) / 3;
      double second = to - (to - from) / 3;
      if (cost(costs, first) < cost(costs, second)) {
        to = second;
      } else {
        from = first;
      }
    }
    double best = Double.POSITIVE_INFINITY;
    double chosen = mostKw;
    for (double kw : new double[] {mostKw, 0, (from + to) / 2}) {
      double cost = cost(costs, kw);
      if (cost < best) {
        best = cost;
        chosen = kw;
      }
    }
    fedKw = chosen;
    drawnKvar = bestKvar(costs, chosen);
    return best;
  }

  private double cost(ConvexCosts costs, double kw) {
    return costs.at(0, -kw) + costs.at(1, bestKvar(costs, kw));
  }

  /** Of convex pieces the least is at 0, at an end of a piece, or at the rim. */
  private double bestKvar(ConvexCosts costs, double kw) {
    if (!isFree) {
      return drawnPerKw * kw;
    }
    double rim = mostKvar(kw);
    double best = 0;
    for (int piece = costs.firstPiece(1); piece < costs.firstPiece(2); piece++) {
      for (double end : new double[] {costs.from(piece), costs.to(piece)}) {
        double kvar = Math.clamp(end, -rim, rim);
        best = costs.at(1, kvar) < costs.at(1, best) ? kvar : best;
      }
    }
    return best;
  }

  @Override
  public Profile profile() {
    return profile(fedKw, drawnKvar);
  }

  private static Profile profile(double kw, double kvar) {
    return new Profile(new double[] {0 - kw, kvar}, 0);
  }

  @Override
  public Profile blend(List<Profile> profiles, double[] weights) {
    double[] mean = new double[2];
    for (int i = 0; i < weights.length; i++) {
      mean[0] += weights[i] * profiles.get(i).amounts()[0];
      mean[1] += weights[i] * profiles.get(i).amounts()[1];
    }
    return priced(mean);
  }

  @Override
  public Profile priced(double[] amounts) {
    double kw = Math.clamp(-amounts[0], 0, mostKw);
    double rim = mostKvar(kw);
    return profile(kw, isFree ? Math.clamp(amounts[1], -rim, rim) : drawnPerKw * kw);
  }

  @Override
  public Profile idle() {
    return profile(mostKw, drawnPerKw * mostKw);
  }

  @Override
  public boolean isConvex() {
    return true;
  }

  @Override
  public double unavoidableCost() {
    return 0;
  }

  /** The circle as a polygon around it: a bound stays one, and profiles are pulled back inside. */
  @Override
  public ResourceModel addTo(MixedIntegerProgram.Builder program) {
    int active = program.variable(-mostKw, 0, 0);
    int reactive = program.variable(least(1), most(1), 0);
    if (isFree) {
      for (int side = 0; side < SIDES; side++) {
        double angle = 2 * Math.PI * side / SIDES;
        AffineBuilder row =
            new AffineBuilder().add(Math.cos(angle), active).add(Math.sin(angle), reactive);
        program.row(Double.NEGATIVE_INFINITY, row.build(), rating);
      }
    } else {
      AffineBuilder row = new AffineBuilder().add(1, reactive).add(drawnPerKw, active);
      program.equality(row.build(), 0);
    }
    return new InProgram(active, reactive);
  }

  /** Both numbers in a mixed-integer program. */
  private final class InProgram implements ResourceModel {
    private final int[] variables;

    InProgram(int active, int reactive) {
      variables = new int[] {active, reactive};
    }

    @Override
    public void addAmount(AffineBuilder sum, int i) {
      sum.add(1, variables[i]);
    }

    @Override
    public Profile profile(double[] x) {
      return priced(Arrays.stream(variables).mapToDouble(j -> x[j]).toArray());
    }

    @Override
    public void setPoint(double[] x, Profile profile) {
      for (int i = 0; i < variables.length; i++) {
        x[variables[i]] = profile.amounts()[i];
      }
    }
  }
}
