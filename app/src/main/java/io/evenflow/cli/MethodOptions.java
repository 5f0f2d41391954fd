package io.evenflow.cli;

import io.evenflow.method.Engines;
import io.evenflow.method.MaxMin;
import io.evenflow.method.Method;
import io.evenflow.method.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code solve} that reach the method, the paper's knobs among them. */
final class MethodOptions {
  private static final Settings DEFAULTS = Settings.defaults();

  @Option(
      names = "--method",
      paramLabel = "NAME",
      description =
          "two-stage: difference of convex, then a trust region. direct: the whole problem at"
              + " once. certified: with a proven bound. uncontrolled: every vehicle charges on"
              + " arrival. Default: ${DEFAULT-VALUE}.")
  private String method = "certified";

  @Option(
      names = "--gap",
      paramLabel = "SHARE",
      description =
          "Share of the vehicles' cost within which a schedule counts as optimal. Default:"
              + " ${DEFAULT-VALUE}.")
  private double gap = DEFAULTS.gap();

  @Option(
      names = "--time-limit",
      paramLabel = "SECONDS",
      description = "Stop after this time with the best schedule so far. Default: none.")
  private double timeLimit = DEFAULTS.timeLimitSeconds();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of whatever is randomised. Default: ${DEFAULT-VALUE}.")
  private int seed = DEFAULTS.seed();

  @Option(
      names = "--penalty",
      paramLabel = "WEIGHT",
      description = "Stage 1: first weight on fractional binaries. Default: from the instance.")
  private @Nullable Double penalty;

  @Option(
      names = "--penalty-growth",
      paramLabel = "FACTOR",
      description =
          "Stage 1: what the weight is multiplied by each iteration. Default: ${DEFAULT-VALUE}.")
  private double penaltyGrowth = DEFAULTS.penaltyGrowth();

  @Option(
      names = "--tolerance",
      paramLabel = "COST",
      description =
          "Stage 1: ends when objective and penalty move less. Default: ${DEFAULT-VALUE}.")
  private double tolerance = DEFAULTS.tolerance();

  @Option(
      names = "--iterations",
      paramLabel = "N",
      description = "Stage 1: most iterations. Default: ${DEFAULT-VALUE}.")
  private int iterations = DEFAULTS.iterations();

  @Option(
      names = "--threshold",
      paramLabel = "SHARE",
      description =
          "Stage 2: binaries this near to 0 or 1 count as decided. Default: ${DEFAULT-VALUE}.")
  private double threshold = DEFAULTS.threshold();

  @Option(
      names = "--radius",
      paramLabel = "N",
      description =
          "Stage 2: how many decided binaries may still turn; 0 rounds and fixes."
              + " Default: ${DEFAULT-VALUE}.")
  private int radius = DEFAULTS.radius();

  @Option(
      names = "--engine",
      paramLabel = "NAME",
      description =
          "Engine of two-stage (cuts, which takes the day apart; outer-approximation or scip for"
              + " the paper's whole programs) and of direct (scip, outer-approximation), or"
              + " scip-as-it-comes. Default: the first of these."
              + " Of direct only, for small days: scip-ac, on the AC grid itself.")
  private @Nullable String engine;

  @Option(
      names = "--no-best-effort",
      description =
          "Where no schedule keeps all limits: hand out none, in place of the best effort found.")
  private boolean noBestEffort;

  @Option(
      names = "--limit-values",
      description =
          "Say what one unit more of each limit that binds saves over the day, between proven"
              + " bounds; each limit takes up to twice the time of the day itself.")
  private boolean limitValues;

  @Option(
      names = "--fair",
      paramLabel = "RULE",
      description =
          "Where energy is short: none, least cost; max-min, the greatest share of what they want"
              + " that all sessions can have, then least cost. Default: ${DEFAULT-VALUE}.")
  private String fair = FairnessRule.NONE;

  /** Whether what limits are worth was asked for. */
  boolean limitValues() {
    return limitValues;
  }

  Method method(MethodNames methods) {
    Method named = methods.named(method);
    if (named == null) {
      throw CommandException.badInput(
          "--method '" + method + "' is none of " + String.join(", ", methods.names()),
          "Maybe a typing error; without --method it is certified.");
    }
    if (!FairnessRule.isMaxMin(fair)) {
      return named;
    }
    MaxMin shared = new MaxMin();
    if (!shared.name().equals(method)) {
      throw CommandException.badInput(
          "--fair max-min does not go with --method '" + method + "'",
          "Maybe --method certified is meant: shares are proven by it alone.");
    }
    return shared;
  }

  Settings settings() {
    if (engine != null && !Engines.names().contains(engine)) {
      throw CommandException.badInput(
          "--engine '" + engine + "' is none of " + String.join(", ", Engines.names()),
          "Maybe a typing error; without --engine the method takes its own.");
    }
    if (!Engines.serves(engine, method)) {
      throw CommandException.badInput(
          "--engine '" + engine + "' does not serve --method '" + method + "'",
          "Maybe --method direct was meant for scip-ac, --method two-stage for cuts.");
    }
    try {
      return new Settings(
          gap,
          timeLimit,
          seed,
          penalty,
          penaltyGrowth,
          tolerance,
          iterations,
          threshold,
          radius,
          engine,
          !noBestEffort);
    } catch (IllegalArgumentException e) {
      throw CommandException.badInput(
          String.valueOf(e.getMessage()), "Maybe 'evenflow solve --help' says what is meant.");
    }
  }
}
