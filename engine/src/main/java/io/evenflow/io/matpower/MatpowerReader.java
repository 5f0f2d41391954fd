package io.evenflow.io.matpower;

import io.evenflow.grid.Branch;
import io.evenflow.grid.Bus;
import io.evenflow.grid.BusType;
import io.evenflow.grid.GenerationCost;
import io.evenflow.grid.Generator;
import io.evenflow.grid.GridException;
import io.evenflow.grid.Network;
import io.evenflow.io.InputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads MATPOWER case files of format version 2 into networks.
 *
 * <p>Table columns are those of the user's manual, appendix B. A rating of 0 becomes infinite and a
 * tap ratio of 0 becomes 1, as MATPOWER means them.
 */
public final class MatpowerReader {
  private final CaseFile file;
  private final MatpowerTables tables;

  private MatpowerReader(CaseFile file) {
    this.file = file;
    this.tables = MatpowerTables.of(file);
  }

  /**
   * Reads a file; the network has its name without {@code .m}.
   *
   * @throws InputException where it cannot be read or holds values that make no grid
   */
  public static Network read(Path path) {
    return new MatpowerReader(CaseFile.read(path)).network();
  }

  /**
   * Reads a text; {@code name} is the network's, and what errors call it.
   *
   * @throws InputException where it cannot be read or holds values that make no grid
   */
  public static Network read(String name, String text) {
    return new MatpowerReader(new CaseFile(name, name, text)).network();
  }

  private Network network() {
    try {
      TableBounds.require(tables);
      Warnings.requireNoDcLine(tables);
      return new Network(
          tables.name(), tables.baseMva(), buses(), generators(), branches(), Warnings.of(tables));
    } catch (GridException problem) {
      throw new InputException(file.file() + ": " + problem.sentence(), problem.maybe());
    } catch (Unreadable problem) {
      throw problem.in(file.file());
    }
  }

  private List<Bus> buses() {
    List<Bus> buses = new ArrayList<>();
    for (double[] row : tables.bus()) {
      int number = busNumber("mpc.bus", buses.size(), row[0]);
      buses.add(
          new Bus(
              number,
              type(number, row[1]),
              row[2],
              row[3],
              row[4],
              row[5],
              row[7],
              row[8],
              row[9],
              row[12],
              row[11]));
    }
    return buses;
  }

  private List<Generator> generators() {
    double[][] gen = tables.gen();
    GeneratorCosts costs = new GeneratorCosts(tables.gencost(), gen.length);
    List<Generator> generators = new ArrayList<>();
    for (int i = 0; i < gen.length; i++) {
      double[] row = gen[i];
      int bus = busNumber("mpc.gen", i, row[0]);
      // MATPOWER: in service where the status is above 0. What is off may keep any cost row.
      boolean inService = row[7] > 0;
      GenerationCost cost = inService ? costs.of(i, bus) : GenerationCost.ZERO;
      generators.add(
          new Generator(
              bus, row[1], row[2], row[4], row[3], row[5], row[9], row[8], inService, cost));
    }
    return generators;
  }

  private List<Branch> branches() {
    List<Branch> branches = new ArrayList<>();
    for (double[] row : tables.branch()) {
      branches.add(
          new Branch(
              busNumber("mpc.branch", branches.size(), row[0]),
              busNumber("mpc.branch", branches.size(), row[1]),
              row[2],
              row[3],
              row[4],
              row[5] == 0 ? Double.POSITIVE_INFINITY : row[5],
              row[8] == 0 ? 1 : row[8],
              row[9],
              row[10] > 0));
    }
    return branches;
  }

  private static BusType type(int number, double code) {
    return BusType.ofCode(code)
        .orElseThrow(
            () ->
                new GridException(
                    "bus %d: type %s is none of 1, 2, 3 and 4".formatted(number, code),
                    "Maybe a column is missing or too many before it."));
  }

  private static int busNumber(String table, int row, double number) {
    if (!(number >= 1 && number == Math.rint(number) && number <= Integer.MAX_VALUE)) {
      throw new GridException(
          "%s row %d: bus number %s is not a whole number from 1".formatted(table, row + 1, number),
          "Maybe a column is missing or too many.");
    }
    return (int) number;
  }
}
