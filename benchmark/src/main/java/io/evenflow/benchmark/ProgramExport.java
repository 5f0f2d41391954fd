package io.evenflow.benchmark;

import io.evenflow.conic.ConicProgram;
import io.evenflow.conic.SparseMatrix;
import io.evenflow.mip.Affine;
import io.evenflow.mip.MixedIntegerProgram;
import io.evenflow.mip.RotatedCone;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Programs as JSON, so that peers solve what the engine solves, number by number. */
final class ProgramExport {
  private ProgramExport() {}

  /** A conic program: P and A by columns, q, b, and the numbers of rows of each cone. */
  static void write(ConicProgram program, Path file) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("P", matrix(program.quadratic()));
    fields.put("q", program.linear());
    fields.put("A", matrix(program.constraints()));
    fields.put("b", program.bounds());
    fields.put("zero", program.cones().zero());
    fields.put("nonnegative", program.cones().nonnegative());
    fields.put("secondOrder", program.cones().secondOrder());
    JsonMapper.shared().writeValue(file, fields);
  }

  private static Map<String, Object> matrix(SparseMatrix matrix) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("shape", new int[] {matrix.rows(), matrix.columns()});
    fields.put("starts", matrix.columnStarts());
    fields.put("rows", matrix.rowIndices());
    fields.put("values", matrix.values());
    return fields;
  }

  /** A mixed-integer program; absent bounds are ±1e30. */
  static void write(MixedIntegerProgram program, double relativeGap, Path file) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("relativeGap", relativeGap);
    fields.put("constant", program.constant());
    fields.put("cost", program.cost());
    fields.put("quadraticCost", program.quadraticCost());
    fields.put("lower", finite(program.lower()));
    fields.put("upper", finite(program.upper()));
    fields.put("integer", program.integer());
    fields.put("rowStart", program.rowStart());
    fields.put("rowVariable", program.rowVariable());
    fields.put("rowValue", program.rowValue());
    fields.put("rowLower", finite(program.rowLower()));
    fields.put("rowUpper", finite(program.rowUpper()));
    fields.put("cones", cones(program.cones()));
    JsonMapper.shared().writeValue(file, fields);
  }

  private static double[] finite(double[] bounds) {
    double[] copy = new double[bounds.length];
    for (int j = 0; j < copy.length; j++) {
      copy[j] = Math.clamp(bounds[j], -1e30, 1e30);
    }
    return copy;
  }

  private static List<Map<String, Object>> cones(List<RotatedCone> cones) {
    List<Map<String, Object>> list = new ArrayList<>();
    for (RotatedCone cone : cones) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("left", cone.left());
      fields.put("right", cone.right());
      fields.put("squares", List.<Affine>of(cone.squares()));
      list.add(fields);
    }
    return list;
  }
}
