package io.evenflow.grid;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Networks from one-line diagrams. A line is a chain of buses; {@code [1]} is a substation with a
 * generator, {@code (7)} an isolated bus, {@code --} a closed branch, {@code -/-} an open one and
 * {@code ==} a closed switch:
 *
 * <pre>
 *   [1] -- 2 -- 3 -- 4
 *          2 -- 5
 * </pre>
 *
 * Every other bus has a load of 0.1 MW and 0.05 Mvar on a base of 1 MVA; every branch has 0.01 +
 * j0.02 p.u. and points to the right.
 */
public final class Drawing {
  private static final Pattern PIECE = Pattern.compile("(\\[?\\(?)(\\d+)[\\])]?|(--|-/-|==)");

  private final Map<Integer, Bus> buses = new LinkedHashMap<>();
  private final List<Generator> generators = new ArrayList<>();
  private final List<Branch> branches = new ArrayList<>();

  private Drawing() {}

  /** The network of a diagram. */
  public static Network network(String diagram) {
    Drawing drawing = new Drawing();
    diagram.lines().forEach(drawing::chain);
    return new Network(
        "drawing",
        1,
        List.copyOf(drawing.buses.values()),
        drawing.generators,
        drawing.branches,
        List.of());
  }

  /** The feeder of a diagram. */
  public static Feeder feeder(String diagram) {
    return Feeder.of(network(diagram));
  }

  /** A bus as diagrams have them. */
  public static Bus bus(int number, BusType type) {
    double load = type == BusType.LOAD ? 0.1 : 0;
    return new Bus(number, type, load, load / 2, 0, 0, 1, 0, 12.66, 0.9, 1.1);
  }

  /** A branch as diagrams have them. */
  public static Branch branch(int from, int to, boolean closed) {
    return new Branch(from, to, 0.01, 0.02, 0, Double.POSITIVE_INFINITY, 1, 0, closed);
  }

  /** A generator as the substations of diagrams have them: ±10 MW and Mvar, 20 per MWh. */
  public static Generator generator(int bus) {
    GenerationCost cost = new GenerationCost.Polynomial(0, 20, 0);
    return new Generator(bus, 0, 0, -10, 10, 1, 0, 10, true, cost);
  }

  private void chain(String line) {
    int last = 0;
    String joint = "";
    Matcher matcher = PIECE.matcher(line);
    while (matcher.find()) {
      if (matcher.group(2) == null) {
        joint = matcher.group();
        continue;
      }
      int number = Integer.parseInt(matcher.group(2));
      add(number, matcher.group(1));
      if (last != 0) {
        Branch branch = branch(last, number, !joint.equals("-/-"));
        branches.add(joint.equals("==") ? branch.withScaledImpedance(0, 0) : branch);
      }
      last = number;
    }
  }

  private void add(int number, String bracket) {
    BusType type =
        switch (bracket) {
          case "[" -> BusType.SUBSTATION;
          case "(" -> BusType.ISOLATED;
          default -> BusType.LOAD;
        };
    if (buses.putIfAbsent(number, bus(number, type)) == null && type == BusType.SUBSTATION) {
      generators.add(generator(number));
    }
  }
}
