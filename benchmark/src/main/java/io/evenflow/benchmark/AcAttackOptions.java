package io.evenflow.benchmark;

import io.evenflow.method.Method;
import io.evenflow.method.Methods;
import io.evenflow.scenario.Scenario;
import java.util.List;
import java.util.Locale;

/**
 * What {@code attack-ac} is asked for.
 *
 * @param days which random days
 * @param first first seed
 * @param last last seed
 * @param method what is attacked
 * @param limitSeconds of the method for a day. Unit: s
 * @param oracleSeconds of SCIP for a day. Unit: s
 */
record AcAttackOptions(
    Days days, long first, long last, Method method, double limitSeconds, double oracleSeconds) {
  static final String USAGE =
      "--days ac|assets, --seeds 1-300, --method NAME, --limit SECONDS, --oracle SECONDS";

  /** Random days by seed. */
  enum Days {
    /** {@link RandomAcDays}. */
    AC,
    /** {@link RandomAssetDays}. */
    ASSETS;

    Scenario day(long seed) {
      return this == AC ? RandomAcDays.day(seed) : RandomAssetDays.day(seed);
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Reads pairs of a name and a value.
   *
   * @throws BadArgument for anything else
   */
  static AcAttackOptions of(List<String> arguments) {
    AcAttackOptions options = new AcAttackOptions(Days.AC, 1, 300, method("certified"), 60, 120);
    if (arguments.size() % 2 != 0) {
      throw wrong("'" + arguments.getLast() + "' has no value");
    }
    for (int k = 0; k < arguments.size(); k += 2) {
      options = options.with(arguments.get(k), arguments.get(k + 1));
    }
    return options;
  }

  private AcAttackOptions with(String name, String value) {
    return switch (name) {
      case "--days" ->
          new AcAttackOptions(days(value), first, last, method, limitSeconds, oracleSeconds);
      case "--seeds" -> seeds(value);
      case "--method" ->
          new AcAttackOptions(days, first, last, method(value), limitSeconds, oracleSeconds);
      case "--limit" ->
          new AcAttackOptions(days, first, last, method, number(name, value), oracleSeconds);
      case "--oracle" ->
          new AcAttackOptions(days, first, last, method, limitSeconds, number(name, value));
      default -> throw wrong("'" + name + "' is none of " + USAGE);
    };
  }

  private AcAttackOptions seeds(String range) {
    String[] ends = range.split("-", 2);
    double from = number("--seeds", ends[0]);
    double to = number("--seeds", ends[ends.length - 1]);
    if (from > to) {
      throw wrong("--seeds " + range + " must go upwards");
    }
    return new AcAttackOptions(days, (long) from, (long) to, method, limitSeconds, oracleSeconds);
  }

  private static Days days(String name) {
    for (Days days : Days.values()) {
      if (days.word().equals(name)) {
        return days;
      }
    }
    throw wrong("--days '" + name + "' is none of ac, assets");
  }

  private static double number(String name, String text) {
    try {
      double number = Double.parseDouble(text);
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException none) {
      // said below
    }
    throw wrong(name + " ('" + text + "') must be a number above 0");
  }

  private static Method method(String name) {
    Method method = Methods.named(name);
    if (method == null) {
      throw wrong("--method '" + name + "' is none of " + String.join(", ", Methods.names()));
    }
    return method;
  }

  private static BadArgument wrong(String sentence) {
    return new BadArgument(sentence, "Maybe benchmark/run attack-ac --seeds 1-20 is meant.");
  }
}
