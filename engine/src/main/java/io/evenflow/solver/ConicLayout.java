package io.evenflow.solver;

import io.evenflow.conic.Cones;
import io.evenflow.conic.ConicProgram;
import io.evenflow.conic.SparseMatrix;
import io.evenflow.mip.Affine;
import io.evenflow.mip.MixedIntegerProgram;
import io.evenflow.mip.RotatedCone;
import java.util.Arrays;

/**
 * Where the parts of a mixed-integer program stand in its conic program Ax + s = b: equalities,
 * then inequalities, then per cone (bound, squares) of a norm or (left + right, left − right, 2 ·
 * squares) of a rotated cone. −1 stands for no row.
 */
final class ConicLayout {
  final MixedIntegerProgram program;
  final int[] variableEquality;
  final int[] variableLower;
  final int[] variableUpper;
  final int[] rowEquality;
  final int[] rowLower;
  final int[] rowUpper;
  final int[] coneStart;
  private final ConicRows rows = new ConicRows();
  private final boolean[] fixed;
  private final Cones cones;

  /** Variables marked fixed stand as equalities, as do those whose bounds agree. */
  ConicLayout(MixedIntegerProgram program, boolean[] marked) {
    this.program = program;
    int n = program.variables();
    fixed = marked.clone();
    for (int j = 0; j < n; j++) {
      fixed[j] |= program.lower()[j] == program.upper()[j];
    }
    variableEquality = absent(n);
    variableLower = absent(n);
    variableUpper = absent(n);
    rowEquality = absent(program.rows());
    rowLower = absent(program.rows());
    rowUpper = absent(program.rows());
    coneStart = absent(program.cones().size());
    equalities();
    int zero = rows.rows();
    inequalities();
    int nonnegative = rows.rows() - zero;
    cones = new Cones(zero, nonnegative, secondOrder());
  }

  private static int[] absent(int length) {
    int[] rows = new int[length];
    Arrays.fill(rows, -1);
    return rows;
  }

  private void equalities() {
    for (int j = 0; j < fixed.length; j++) {
      if (fixed[j]) {
        variableEquality[j] = variable(j, 1, 0);
      }
    }
    for (int i = 0; i < program.rows(); i++) {
      if (program.rowLower()[i] == program.rowUpper()[i]) {
        rowEquality[i] = row(i, 1, program.rowLower()[i]);
      }
    }
  }

  private void inequalities() {
    for (int j = 0; j < fixed.length; j++) {
      if (!fixed[j] && Double.isFinite(program.lower()[j])) {
        variableLower[j] = variable(j, -1, -program.lower()[j]);
      }
      if (!fixed[j] && Double.isFinite(program.upper()[j])) {
        variableUpper[j] = variable(j, 1, program.upper()[j]);
      }
    }
    for (int i = 0; i < program.rows(); i++) {
      if (rowEquality[i] < 0 && Double.isFinite(program.rowLower()[i])) {
        rowLower[i] = row(i, -1, -program.rowLower()[i]);
      }
      if (rowEquality[i] < 0 && Double.isFinite(program.rowUpper()[i])) {
        rowUpper[i] = row(i, 1, program.rowUpper()[i]);
      }
    }
  }

  private int variable(int j, double sign, double b) {
    int row = rows.row(b);
    rows.entry(j, sign);
    return row;
  }

  private int row(int i, double sign, double b) {
    int row = rows.row(b);
    for (int k = program.rowStart()[i]; k < program.rowStart()[i + 1]; k++) {
      rows.entry(program.rowVariable()[k], sign * program.rowValue()[k]);
    }
    return row;
  }

  private int[] secondOrder() {
    int[] dimensions = new int[coneStart.length];
    for (int k = 0; k < dimensions.length; k++) {
      RotatedCone cone = program.cones().get(k);
      coneStart[k] = rows.rows();
      if (cone.isNorm()) {
        rows.slackEquals(1, cone.left());
      } else {
        rows.slackEquals(1, cone.left(), 1, cone.right());
        rows.slackEquals(1, cone.left(), -1, cone.right());
      }
      for (Affine square : cone.squares()) {
        rows.slackEquals(cone.isNorm() ? 1 : 2, square);
      }
      dimensions[k] = rows.rows() - coneStart[k];
    }
    return dimensions;
  }

  boolean isFixed(int variable) {
    return fixed[variable];
  }

  /** The conic program, fixed variables at 0 until their bounds are set. */
  ConicProgram conicProgram() {
    int n = program.variables();
    int[] diagonal = new int[n];
    double[] twice = new double[n];
    int count = 0;
    for (int j = 0; j < n; j++) {
      if (program.quadraticCost()[j] != 0) {
        diagonal[count] = j;
        twice[count++] = 2 * program.quadraticCost()[j];
      }
    }
    SparseMatrix quadratic = SparseMatrix.ofTriplets(n, n, diagonal, diagonal, twice, count);
    return new ConicProgram(quadratic, program.cost(), rows.matrix(n), rows.bounds(), cones);
  }
}
