package io.evenflow.mip;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * A mixed-integer second-order cone program; not convex where one of its cones is an equality
 *
 * <pre>
 * min  constant + Σⱼ cost[j]·x[j] + quadraticCost[j]·x[j]²
 * s.t. rowLower ≤ A x ≤ rowUpper,  lower ≤ x ≤ upper,  x ∈ cones,  x[j] integer where integer[j]
 * </pre>
 *
 * Data only. Arrays are the program's own and must not be changed; {@link Builder} makes one. A is
 * stored by rows: entries rowStart[i] … rowStart[i+1]−1 belong to row i.
 */
public final class MixedIntegerProgram {
  final double constant;
  final double[] lower;
  final double[] upper;
  final double[] cost;
  final double[] quadraticCost;
  final boolean[] integer;
  final int[] rowStart;
  final int[] rowVariable;
  final double[] rowValue;
  final double[] rowLower;
  final double[] rowUpper;
  final List<RotatedCone> cones;

  private MixedIntegerProgram(Builder builder) {
    constant = builder.constant;
    lower = Arrays.copyOf(builder.lower, builder.variables);
    upper = Arrays.copyOf(builder.upper, builder.variables);
    cost = Arrays.copyOf(builder.cost, builder.variables);
    quadraticCost = Arrays.copyOf(builder.quadraticCost, builder.variables);
    integer = Arrays.copyOf(builder.integer, builder.variables);
    rowStart = Arrays.copyOf(builder.rowStart, builder.rows + 1);
    rowVariable = Arrays.copyOf(builder.rowVariable, builder.rowStart[builder.rows]);
    rowValue = Arrays.copyOf(builder.rowValue, builder.rowStart[builder.rows]);
    rowLower = Arrays.copyOf(builder.rowLower, builder.rows);
    rowUpper = Arrays.copyOf(builder.rowUpper, builder.rows);
    cones = List.copyOf(builder.cones);
  }

  public int variables() {
    return cost.length;
  }

  public int rows() {
    return rowLower.length;
  }

  public int integers() {
    int count = 0;
    for (boolean isInteger : integer) {
      count += isInteger ? 1 : 0;
    }
    return count;
  }

  public double constant() {
    return constant;
  }

  public double[] lower() {
    return lower;
  }

  public double[] upper() {
    return upper;
  }

  public double[] cost() {
    return cost;
  }

  public double[] quadraticCost() {
    return quadraticCost;
  }

  public boolean[] integer() {
    return integer;
  }

  public int[] rowStart() {
    return rowStart;
  }

  public int[] rowVariable() {
    return rowVariable;
  }

  public double[] rowValue() {
    return rowValue;
  }

  public double[] rowLower() {
    return rowLower;
  }

  public double[] rowUpper() {
    return rowUpper;
  }

  public List<RotatedCone> cones() {
    return cones;
  }

  /** Objective at x. */
  public double objective(double[] x) {
    double sum = constant;
    for (int j = 0; j < cost.length; j++) {
      sum += (cost[j] + quadraticCost[j] * x[j]) * x[j];
    }
    return sum;
  }

  /** A builder that starts from this program, to add rows or change costs and bounds. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.constant = constant;
    for (int j = 0; j < cost.length; j++) {
      int variable = builder.variable(lower[j], upper[j], cost[j]);
      builder.quadraticCost[variable] = quadraticCost[j];
      builder.integer[variable] = integer[j];
    }
    for (int i = 0; i < rowLower.length; i++) {
      int[] variables = Arrays.copyOfRange(rowVariable, rowStart[i], rowStart[i + 1]);
      double[] values = Arrays.copyOfRange(rowValue, rowStart[i], rowStart[i + 1]);
      builder.row(rowLower[i], new Affine(variables, values, 0), rowUpper[i]);
    }
    cones.forEach(builder::cone);
    return builder;
  }

  /** Collects variables, rows and cones in the order they are added. */
  public static final class Builder {
    private double constant;
    private int variables;
    private int rows;
    private double[] lower = new double[16];
    private double[] upper = new double[16];
    private double[] cost = new double[16];
    private double[] quadraticCost = new double[16];
    private boolean[] integer = new boolean[16];
    private int[] rowStart = new int[17];
    private int[] rowVariable = new int[64];
    private double[] rowValue = new double[64];
    private double[] rowLower = new double[16];
    private double[] rowUpper = new double[16];
    private final List<RotatedCone> cones = new java.util.ArrayList<>();

    public void addConstant(double value) {
      constant += value;
    }

    /** A continuous variable; bounds may be infinite. Returns its index. */
    public int variable(double lowerBound, double upperBound, double linearCost) {
      if (variables == cost.length) {
        int capacity = 2 * variables;
        lower = Arrays.copyOf(lower, capacity);
        upper = Arrays.copyOf(upper, capacity);
        cost = Arrays.copyOf(cost, capacity);
        quadraticCost = Arrays.copyOf(quadraticCost, capacity);
        integer = Arrays.copyOf(integer, capacity);
      }
      lower[variables] = lowerBound;
      upper[variables] = upperBound;
      cost[variables] = linearCost;
      return variables++;
    }

    /** A variable in {0, 1}. Returns its index. */
    public int binary(double linearCost) {
      int variable = variable(0, 1, linearCost);
      integer[variable] = true;
      return variable;
    }

    public void addCost(int variable, double linearCost) {
      cost[variable] += linearCost;
    }

    /** Adds value·x² to the objective; value ≥ 0. */
    public void addQuadraticCost(int variable, double value) {
      quadraticCost[variable] += value;
    }

    public void setBounds(int variable, double lowerBound, double upperBound) {
      lower[variable] = lowerBound;
      upper[variable] = upperBound;
    }

    public void setInteger(int variable, boolean isInteger) {
      integer[variable] = isInteger;
    }

    /** A row lowerBound ≤ expression ≤ upperBound; the constant moves to the bounds. */
    public int row(double lowerBound, Affine expression, double upperBound) {
      if (rows == rowLower.length) {
        rowLower = Arrays.copyOf(rowLower, 2 * rows);
        rowUpper = Arrays.copyOf(rowUpper, 2 * rows);
        rowStart = Arrays.copyOf(rowStart, 2 * rows + 1);
      }
      int entries = rowStart[rows];
      int count = expression.variables().length;
      if (entries + count > rowValue.length) {
        int capacity = Math.max(2 * rowValue.length, entries + count);
        rowVariable = Arrays.copyOf(rowVariable, capacity);
        rowValue = Arrays.copyOf(rowValue, capacity);
      }
      System.arraycopy(expression.variables(), 0, rowVariable, entries, count);
      System.arraycopy(expression.coefficients(), 0, rowValue, entries, count);
      rowLower[rows] = lowerBound - expression.constant();
      rowUpper[rows] = upperBound - expression.constant();
      rowStart[rows + 1] = entries + count;
      return rows++;
    }

    /** expression = value. */
    public int equality(Affine expression, double value) {
      return row(value, expression, value);
    }

    /** Number of cones so far: the index of the next. */
    public int cones() {
      return cones.size();
    }

    public void cone(RotatedCone cone) {
      cones.add(cone);
    }

    /**
     * Adds something whose costs count with a weight.
     *
     * @param addition adds variables and costs of these alone
     */
    public <T> T weighted(double weight, Supplier<T> addition) {
      int before = variables;
      double constantBefore = constant;
      T added = addition.get();
      constant = constantBefore + weight * (constant - constantBefore);
      for (int j = before; j < variables; j++) {
        cost[j] *= weight;
        quadraticCost[j] *= weight;
      }
      return added;
    }

    /** Leaves of a cone, by its index, only the boundary: it becomes an equality. */
    public void makeEquality(int cone) {
      cones.set(cone, cones.get(cone).asEquality());
    }

    public MixedIntegerProgram build() {
      return new MixedIntegerProgram(this);
    }
  }
}
