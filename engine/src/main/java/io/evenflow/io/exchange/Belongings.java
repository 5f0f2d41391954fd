package io.evenflow.io.exchange;

import io.evenflow.io.InputException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Flags that say something of what another flag brings, and nothing without it. One that is given
 * alone is a slip, which nobody sees where it is left out silently.
 */
public final class Belongings {
  private static final Map<String, List<String>> OF_TABLES = new TreeMap<>();

  static {
    List<String> sessions = List.of("--sessions");
    for (String flag : List.of("column", "energy-unit", "power-unit", "battery", "counted")) {
      OF_TABLES.put("--" + flag, sessions);
    }
    OF_TABLES.put("--buses", sessions);
    for (String flag : List.of("power", "efficiency")) {
      OF_TABLES.put("--" + flag, List.of("--sessions", "--stations"));
    }
    for (String flag : List.of("column", "start", "zone")) {
      OF_TABLES.put("--prices-" + flag, List.of("--prices"));
    }
    for (String flag : List.of("column", "unit")) {
      OF_TABLES.put("--loads-" + flag, List.of("--loads"));
    }
    for (String flag : List.of("column", "unit", "at", "kw")) {
      OF_TABLES.put("--solar-" + flag, List.of("--solar"));
    }
  }

  private Belongings() {}

  /**
   * Fails where a flag of tables says nothing.
   *
   * @param told flags that were given, as on the command line
   * @throws InputException that names it and what it belongs to
   */
  public static void requireOfTables(Set<String> told) {
    OF_TABLES.forEach((flag, owners) -> require(flag, told, owners.toArray(String[]::new)));
    if (told.contains("--buses") && told.contains("--stations")) {
      throw new InputException(
          "--buses and --stations are both given",
          "Maybe leave --buses out: the table says where stations are.");
    }
  }

  /**
   * Fails where a flag is given, and none of those it belongs to.
   *
   * @param owners flags, or words for them
   */
  public static void require(String flag, Set<String> told, String... owners) {
    if (told.contains(flag) && List.of(owners).stream().noneMatch(told::contains)) {
      throw alone(flag, owners);
    }
  }

  /** The complaint about a flag without those it belongs to. */
  public static InputException alone(String flag, String... owners) {
    String any = List.of(owners).stream().collect(Collectors.joining(" or "));
    return new InputException(
        "%s says nothing without %s".formatted(flag, any),
        "Maybe %s is missing, or %s is left from another try.".formatted(owners[0], flag));
  }
}
