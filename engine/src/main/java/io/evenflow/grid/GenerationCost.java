package io.evenflow.grid;

import java.util.List;

/** What a generator's active power costs: $/h (or any currency per hour) of MW, convex. */
public sealed interface GenerationCost {
  /** Costs nothing. */
  GenerationCost ZERO = new Polynomial(0, 0, 0);

  /** The cost per hour of a power in MW. */
  double perHour(double activePowerMw);

  /** The same with a price per MWh on top. */
  GenerationCost plusLinear(double perMwh);

  /**
   * One price for positive powers and one, at most as high, for negative ones. Unit: currency per
   * MWh
   */
  static GenerationCost ofTwoPrices(double positive, double negative) {
    return positive == negative
        ? new Polynomial(0, positive, 0)
        : new PiecewiseLinear(
            List.of(new Point(-1, -negative), new Point(0, 0), new Point(1, positive)));
  }

  /**
   * {@code quadratic·p² + linear·p + constant}.
   *
   * @param quadratic per MW²h, at least 0
   * @param linear per MWh
   * @param constant per hour
   */
  record Polynomial(double quadratic, double linear, double constant) implements GenerationCost {
    /**
     * @throws GridException for a coefficient that is not finite or a negative quadratic one
     */
    public Polynomial {
      Check check = new Check("polynomial cost");
      check.finite("quadratic coefficient", quadratic);
      check.finite("linear coefficient", linear);
      check.finite("constant", constant);
      check.notNegative("quadratic coefficient", quadratic);
    }

    @Override
    public double perHour(double activePowerMw) {
      return (quadratic * activePowerMw + linear) * activePowerMw + constant;
    }

    @Override
    public GenerationCost plusLinear(double perMwh) {
      return perMwh == 0 ? this : new Polynomial(quadratic, linear + perMwh, constant);
    }
  }

  /**
   * Straight lines between points; the first and the last line go on beyond their ends.
   *
   * @param points at least two, of rising power and of slopes that never fall
   */
  record PiecewiseLinear(List<Point> points) implements GenerationCost {
    /**
     * @throws GridException for fewer than two points, powers that do not rise, or falling slopes
     */
    public PiecewiseLinear {
      points = List.copyOf(points);
      if (points.size() < 2) {
        throw new GridException(
            "piecewise linear cost: number of points " + points.size() + " must be at least 2",
            "Maybe the count of points in the fourth column is wrong.");
      }
      for (int i = 1; i < points.size(); i++) {
        requireRising(points.get(i - 1), points.get(i));
      }
      for (int i = 2; i < points.size(); i++) {
        requireConvex(points.get(i - 2), points.get(i - 1), points.get(i));
      }
    }

    @Override
    public double perHour(double activePowerMw) {
      // A convex function is the largest of its lines, also beyond the outer points.
      double cost = Double.NEGATIVE_INFINITY;
      for (int i = 1; i < points.size(); i++) {
        Point left = points.get(i - 1);
        double slope = slope(left, points.get(i));
        cost = Math.max(cost, left.costPerHour() + slope * (activePowerMw - left.activePowerMw()));
      }
      return cost;
    }

    @Override
    public GenerationCost plusLinear(double perMwh) {
      return new PiecewiseLinear(
          points.stream()
              .map(
                  point ->
                      new Point(
                          point.activePowerMw(),
                          point.costPerHour() + perMwh * point.activePowerMw()))
              .toList());
    }

    private static void requireRising(Point left, Point right) {
      if (!(right.activePowerMw() > left.activePowerMw())) {
        throw new GridException(
            "piecewise linear cost: power %s MW must be above the point before, %s MW"
                .formatted(right.activePowerMw(), left.activePowerMw()),
            "Maybe the points are not in order.");
      }
    }

    private static void requireConvex(Point left, Point middle, Point right) {
      double before = slope(left, middle);
      double after = slope(middle, right);
      // Equal slopes written in decimals may differ in the last digits.
      if (after < before - 1e-9 * Math.max(1, Math.abs(before))) {
        throw new GridException(
            "piecewise linear cost: slope %s after %s MW must not be below the slope before, %s"
                .formatted(after, middle.activePowerMw(), before),
            "Maybe the cost is concave there; only convex costs can be optimised here.");
      }
    }

    private static double slope(Point left, Point right) {
      return (right.costPerHour() - left.costPerHour())
          / (right.activePowerMw() - left.activePowerMw());
    }
  }

  /**
   * A point of a piecewise linear cost.
   *
   * @param activePowerMw power, MW
   * @param costPerHour cost of that power per hour
   */
  record Point(double activePowerMw, double costPerHour) {
    /**
     * @throws GridException for a coordinate that is not finite
     */
    public Point {
      Check check = new Check("piecewise linear cost");
      check.finite("power (MW)", activePowerMw);
      check.finite("cost per hour", costPerHour);
    }
  }
}
