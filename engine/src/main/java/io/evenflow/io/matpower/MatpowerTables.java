package io.evenflow.io.matpower;

import io.evenflow.io.InputException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The tables of a case file after all its statements have run, column for column as MATPOWER's user
 * manual (appendix B) lists them; {@link MatpowerReader} makes a network of them.
 */
public final class MatpowerTables {
  private static final String NOT_A_CASE =
      "Maybe it is not a case file of format version 2; MATPOWER's savecase writes one.";

  private final String name;
  private final double baseMva;
  private final double[][] bus;
  private final double[][] gen;
  private final double[][] branch;
  private final double[][] gencost;
  private final double[][] dcline;
  private final List<String> otherFields;

  private MatpowerTables(String name, Fields fields) {
    this.name = name;
    requireVersion(fields);
    this.baseMva = fields.number("baseMVA");
    this.bus = fields.table("bus", 13);
    this.gen = fields.table("gen", 10);
    this.branch = fields.table("branch", 11);
    this.gencost = fields.tableOrNone("gencost", 4);
    this.dcline = fields.tableOrNone("dcline", 3);
    this.otherFields = fields.others();
  }

  /**
   * Reads a file.
   *
   * @throws InputException where it cannot be read, naming the line
   */
  public static MatpowerTables read(Path path) {
    return of(CaseFile.read(path));
  }

  /**
   * Reads a text; {@code name} is the case's, and what errors call it.
   *
   * @throws InputException where it cannot be read, naming the line
   */
  public static MatpowerTables read(String name, String text) {
    return of(new CaseFile(name, name, text));
  }

  static MatpowerTables of(CaseFile file) {
    try {
      Program program = Parser.parse(file.text());
      Interpreter interpreter = Interpreter.run(program);
      return new MatpowerTables(file.name(), new Fields(program.struct(), interpreter));
    } catch (Unreadable problem) {
      throw problem.in(file.file());
    }
  }

  /** The case's name. */
  public String name() {
    return name;
  }

  /** The case format's version; there is only this one. */
  public String version() {
    return "2";
  }

  /** System base power, MVA. */
  public double baseMva() {
    return baseMva;
  }

  /** A copy of the bus table. */
  public double[][] bus() {
    return copy(bus);
  }

  /** A copy of the generator table. */
  public double[][] gen() {
    return copy(gen);
  }

  /** A copy of the branch table. */
  public double[][] branch() {
    return copy(branch);
  }

  /** A copy of the generator cost table; no rows where the file has none. */
  public double[][] gencost() {
    return copy(gencost);
  }

  /** A copy of the table of DC lines; no rows where the file has none. */
  public double[][] dcline() {
    return copy(dcline);
  }

  /** The names of all other fields, in file order. */
  public List<String> otherFields() {
    return otherFields;
  }

  private static double[][] copy(double[][] table) {
    return Arrays.stream(table).map(double[]::clone).toArray(double[][]::new);
  }

  private static void requireVersion(Fields fields) {
    String version =
        switch (fields.value("version")) {
          case Value.Text text -> text.text();
          case Matrix matrix when matrix.isScalar() && matrix.value() == 2 -> "2";
          case Value other -> other.kind();
        };
    if (!version.equals("2")) {
      throw new Unreadable(
          fields.line("version"),
          "the case format's version is " + version + "; only version 2 can be read",
          "Maybe convert the case with MATPOWER's loadcase and savecase.");
    }
  }

  /** The fields of the case's variable. */
  private record Fields(String struct, Interpreter interpreter) {
    private static final List<String> KNOWN =
        List.of("version", "baseMVA", "bus", "gen", "branch", "gencost", "dcline");

    Value value(String field) {
      Value value = interpreter.variables().get(struct + "." + field);
      if (value == null) {
        throw new Unreadable(struct + "." + field + " is missing", NOT_A_CASE);
      }
      return value;
    }

    int line(String field) {
      return interpreter.line(struct + "." + field);
    }

    double number(String field) {
      try {
        return value(field).numbers().value();
      } catch (Unreadable problem) {
        throw problem.at(line(field));
      }
    }

    double[][] table(String field, int columns) {
      try {
        Matrix matrix = value(field).numbers();
        if (!matrix.isEmpty() && matrix.columns() < columns) {
          throw new Unreadable(
              "%s.%s has %d columns; %d are the least"
                  .formatted(struct, field, matrix.columns(), columns),
              "Maybe a column is missing.");
        }
        return matrix.toRows();
      } catch (Unreadable problem) {
        throw problem.at(line(field));
      }
    }

    double[][] tableOrNone(String field, int columns) {
      Map<String, Value> variables = interpreter.variables();
      return variables.containsKey(struct + "." + field) ? table(field, columns) : new double[0][];
    }

    List<String> others() {
      String prefix = struct + ".";
      return interpreter.variables().keySet().stream()
          .filter(name -> name.startsWith(prefix))
          .map(name -> name.substring(prefix.length()))
          .filter(name -> !KNOWN.contains(name))
          .toList();
    }
  }
}
