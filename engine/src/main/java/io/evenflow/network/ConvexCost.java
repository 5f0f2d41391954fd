package io.evenflow.network;

import io.evenflow.grid.GenerationCost;

/**
 * A generator's cost against a price: min over its power p of cost(p) − price·p + elastic·(what p
 * misses its limits by), the negative of a convex conjugate. −∞ where there is no minimum.
 */
final class ConvexCost {
  /** Prices closer than this, relatively, differ by rounding: unlimited power is worth nothing. */
  private static final double SAME = 4e-16;

  private ConvexCost() {}

  /** Powers in MW, prices and the elastic cost (+∞ where limits are hard) per MWh. */
  static double least(
      GenerationCost cost, double price, double elastic, double lower, double upper) {
    double within = segment(cost, price, lower, upper);
    if (Double.isInfinite(elastic)) {
      return within;
    }
    double below =
        Double.isInfinite(lower)
            ? within
            : segment(cost, price + elastic, Double.NEGATIVE_INFINITY, lower) + elastic * lower;
    double above =
        Double.isInfinite(upper)
            ? within
            : segment(cost, price - elastic, upper, Double.POSITIVE_INFINITY) - elastic * upper;
    return Math.min(within, Math.min(below, above));
  }

  /** The nearest price at which there is a minimum. */
  static double priceWithMinimum(
      GenerationCost cost, double price, double elastic, double lower, double upper) {
    double first;
    double last;
    switch (cost) {
      case GenerationCost.Polynomial polynomial -> {
        if (polynomial.quadratic() > 0) {
          return price;
        }
        first = polynomial.linear();
        last = first;
      }
      case GenerationCost.PiecewiseLinear piecewise -> {
        first = marginal(piecewise, piecewise.points().getFirst().activePowerMw() - 1);
        last = marginal(piecewise, piecewise.points().getLast().activePowerMw() + 1);
      }
    }
    double least = first - (Double.isInfinite(lower) ? 0 : elastic);
    double most = last + (Double.isInfinite(upper) ? 0 : elastic);
    return Math.clamp(price, least, most);
  }

  /** Derivative of the cost; at a kink the one of its left or its right. */
  static double marginal(GenerationCost cost, double p) {
    if (cost instanceof GenerationCost.Polynomial polynomial) {
      return 2 * polynomial.quadratic() * p + polynomial.linear();
    }
    double step = 1e-3 * Math.max(1e-3, Math.abs(p));
    return (cost.perHour(p + step) - cost.perHour(p)) / step;
  }

  /** min cost(p) − price·p over from ≤ p ≤ to. */
  private static double segment(GenerationCost cost, double price, double from, double to) {
    return switch (cost) {
      case GenerationCost.Polynomial polynomial -> segment(polynomial, price, from, to);
      case GenerationCost.PiecewiseLinear piecewise -> segment(piecewise, price, from, to);
    };
  }

  private static double segment(
      GenerationCost.Polynomial cost, double price, double from, double to) {
    double slope = cost.linear() - price;
    double p;
    if (cost.quadratic() > 0) {
      p = Math.clamp(-slope / (2 * cost.quadratic()), from, to);
    } else if (Math.abs(slope) <= SAME * Math.abs(price)) {
      return cost.constant();
    } else {
      p = slope > 0 ? from : to;
    }
    return Double.isInfinite(p)
        ? Double.NEGATIVE_INFINITY
        : (cost.quadratic() * p + slope) * p + cost.constant();
  }

  private static double segment(
      GenerationCost.PiecewiseLinear cost, double price, double from, double to) {
    double least = Math.min(end(cost, price, from), end(cost, price, to));
    for (GenerationCost.Point point : cost.points()) {
      double p = Math.clamp(point.activePowerMw(), from, to);
      least = Math.min(least, cost.perHour(p) - price * p);
    }
    return least;
  }

  /** Where a segment goes on for ever: −∞ if the function falls there, else no minimum of it. */
  private static double end(GenerationCost.PiecewiseLinear cost, double price, double p) {
    if (Double.isFinite(p)) {
      return cost.perHour(p) - price * p;
    }
    double far = Math.copySign(1, p);
    for (GenerationCost.Point point : cost.points()) {
      far = Math.copySign(Math.max(Math.abs(far), 1 + Math.abs(point.activePowerMw())), p);
    }
    double slope = cost.perHour(2 * far) - cost.perHour(far) - price * far;
    return slope < 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
  }
}
