package io.evenflow.replay;

import io.evenflow.io.InputException;
import io.evenflow.live.Forecast;
import io.evenflow.live.Planner;
import java.util.List;

/** The policies by name. */
public final class Policies {
  public static final String CLAIRVOYANT = "clairvoyant";
  public static final String PLAN = "plan";

  /** The plan under {@code --scenarios S}, which is named after it. */
  static final String FORECAST = "plan --scenarios";

  private static final List<String> NAMES =
      List.of(
          "uncontrolled",
          "first-come-first-served",
          "earliest-deadline-first",
          "least-laxity-first",
          "equal-share",
          "price-threshold",
          PLAN,
          CLAIRVOYANT);

  private Policies() {}

  /** All names, those that need a planner last. */
  public static List<String> names() {
    return NAMES;
  }

  /** Fails where a name is none. */
  static void require(String name) {
    if (!NAMES.contains(name)) {
      throw new InputException(
          "--policy ('" + name + "') is no policy",
          "Maybe one of " + String.join(", ", NAMES) + ".");
    }
  }

  /** A policy for one day; {@link #CLAIRVOYANT} needs the day and is not among them. */
  static Policy of(String name, ReplaySetup setup, Forecast forecast) {
    return switch (name) {
      case "uncontrolled" -> new Order(Order.Rule.UNCONTROLLED);
      case "first-come-first-served" -> new Order(Order.Rule.FIRST_COME);
      case "earliest-deadline-first" -> new Order(Order.Rule.EARLIEST_DEADLINE);
      case "least-laxity-first" -> new Order(Order.Rule.LEAST_LAXITY);
      case "equal-share" -> new Order(Order.Rule.EQUAL_SHARE);
      case "price-threshold" -> new Order(Order.Rule.PRICE_THRESHOLD);
      case PLAN -> new Planning(planner(setup, 0), Forecast.NONE, setup.deadlineSeconds());
      case FORECAST ->
          new Planning(planner(setup, setup.risk()), forecast, setup.deadlineSeconds());
      default -> throw new IllegalArgumentException("no policy '" + name + "'");
    };
  }

  private static Planner planner(ReplaySetup setup, double risk) {
    return new Planner(setup.gap(), risk, setup.shares());
  }
}
