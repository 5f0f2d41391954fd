package io.evenflow.io.matpower;

import io.evenflow.grid.BusType;
import io.evenflow.grid.GridException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a case file says that MATPOWER would heed and this program does not. */
final class Warnings {
  /** Fields by which MATPOWER changes its optimal power flow (user's manual, chapters 6 and 7). */
  private static final Set<String> CHANGES_THE_PROBLEM =
      Set.of("A", "l", "u", "N", "H", "Cw", "fparm", "reserves", "if", "softlims", "userfcn");

  private Warnings() {}

  static void requireNoDcLine(MatpowerTables tables) {
    for (double[] line : tables.dcline()) {
      if (line[2] > 0) {
        throw new GridException(
            "mpc.dcline has a DC line in service from bus %.0f to bus %.0f, and none can be modelled"
                .formatted(line[0], line[1]),
            "Maybe set its status to 0 and add its power to the loads of its two buses.");
      }
    }
  }

  static List<String> of(MatpowerTables tables) {
    List<String> warnings = new ArrayList<>();
    if (tables.gencost().length == 0 && tables.gen().length > 0) {
      warnings.add("the file has no mpc.gencost: generation costs nothing");
    }
    Set<Double> isolated =
        Arrays.stream(tables.bus())
            .filter(row -> row[1] == BusType.ISOLATED.code())
            .map(row -> row[0])
            .collect(Collectors.toSet());
    for (double[] row : tables.gen()) {
      generator(row, warnings);
    }
    for (double[] row : tables.branch()) {
      if (row[10] > 0) {
        branch(row, isolated, warnings);
      }
    }
    tables.otherFields().stream()
        .filter(field -> CHANGES_THE_PROBLEM.contains(field.split("\\.", -1)[0]))
        .forEach(field -> warnings.add("mpc." + field + " is not modelled"));
    return warnings;
  }

  private static void generator(double[] row, List<String> warnings) {
    if (row[7] <= 0) {
      return;
    }
    if (row.length > 11 && (row[10] != 0 || row[11] != 0)) {
      warnings.add(
          "generator at bus %.0f: its capability curve is not modelled, only its limits"
              .formatted(row[0]));
    }
    if (row[9] < 0 && row[8] == 0) {
      warnings.add(
          "generator at bus %.0f: a dispatchable load here has no fixed power factor"
              .formatted(row[0]));
    }
  }

  private static void branch(double[] row, Set<Double> isolated, List<String> warnings) {
    if (isolated.contains(row[0]) || isolated.contains(row[1])) {
      warnings.add(
          "branch %.0f-%.0f: left out, since one of its buses is isolated (type 4)"
              .formatted(row[0], row[1]));
    }
    if (row.length <= 12) {
      return;
    }
    // MATPOWER takes 0 and everything from ±360 on as no limit.
    boolean isLimited = (row[11] != 0 && row[11] > -360) || (row[12] != 0 && row[12] < 360);
    if (isLimited) {
      warnings.add(
          "branch %.0f-%.0f: its limits on the angle difference are not modelled"
              .formatted(row[0], row[1]));
    }
  }
}
