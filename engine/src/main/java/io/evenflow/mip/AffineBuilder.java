package io.evenflow.mip;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Adds up terms to an {@link Affine}; a variable that comes twice is summed. */
public final class AffineBuilder {
  private int[] variables = new int[8];
  private double[] coefficients = new double[8];
  private int count;
  private double constant;

  public AffineBuilder add(double coefficient, int variable) {
    if (count == variables.length) {
      variables = Arrays.copyOf(variables, 2 * count);
      coefficients = Arrays.copyOf(coefficients, 2 * count);
    }
    variables[count] = variable;
    coefficients[count++] = coefficient;
    return this;
  }

  public AffineBuilder add(double value) {
    constant += value;
    return this;
  }

  public Affine build() {
    int[] order =
        IntStream.range(0, count)
            .boxed()
            .sorted((a, b) -> Integer.compare(variables[a], variables[b]))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] index = new int[count];
    double[] value = new double[count];
    int merged = 0;
    for (int k : order) {
      if (merged > 0 && index[merged - 1] == variables[k]) {
        value[merged - 1] += coefficients[k];
      } else {
        index[merged] = variables[k];
        value[merged++] = coefficients[k];
      }
    }
    return new Affine(Arrays.copyOf(index, merged), Arrays.copyOf(value, merged), constant);
  }
}
