package io.evenflow.coordination;

import io.evenflow.mip.AffineBuilder;
import io.evenflow.mip.MixedIntegerProgram;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** A toy: a resource that does one of a few things. */
final class OneOf implements Resource {
  private final String id;
  private final int[] rows;
  private final List<Profile> choices;
  private Profile chosen;

  OneOf(String id, int[] rows, List<Profile> choices) {
    this.id = id;
    this.rows = rows;
    this.choices = List.copyOf(choices);
    chosen = choices.get(0);
  }

  List<Profile> choices() {
    return choices;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public int[] rows() {
    return rows;
  }

  @Override
  public double least(int i) {
    return choices.stream().mapToDouble(c -> c.amounts()[i]).min().orElse(0);
  }

  @Override
  public double most(int i) {
    return choices.stream().mapToDouble(c -> c.amounts()[i]).max().orElse(0);
  }

  @Override
  public double answer(double[] pricePerUnit) {
    return choose(choice -> choice.cost(pricePerUnit, rows));
  }

  @Override
  public double answer(ConvexCosts costs) {
    return choose(costs::of);
  }

  private double choose(ToDoubleFunction<Profile> cost) {
    double least = Double.POSITIVE_INFINITY;
    for (Profile choice : choices) {
      double own = cost.applyAsDouble(choice);
      if (own < least) {
        least = own;
        chosen = choice;
      }
    }
    return least;
  }

  @Override
  public Profile profile() {
    return chosen;
  }

  @Override
  public @Nullable Profile idle() {
    return choices.stream()
        .filter(choice -> Arrays.stream(choice.amounts()).allMatch(amount -> amount == 0))
        .findFirst()
        .orElse(null);
  }

  @Override
  public Profile priced(double[] amounts) {
    return choices.stream()
        .filter(choice -> Arrays.equals(choice.amounts(), amounts))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public double unavoidableCost() {
    return 0;
  }

  @Override
  public ResourceModel addTo(MixedIntegerProgram.Builder program) {
    int[] binaries = choices.stream().mapToInt(c -> program.binary(c.ownCost())).toArray();
    AffineBuilder one = new AffineBuilder();
    Arrays.stream(binaries).forEach(binary -> one.add(1, binary));
    program.equality(one.build(), 1);
    return new ResourceModel() {
      @Override
      public void addAmount(AffineBuilder sum, int i) {
        for (int c = 0; c < binaries.length; c++) {
          sum.add(choices.get(c).amounts()[i], binaries[c]);
        }
      }

      @Override
      public Profile profile(double[] x) {
        int best = 0;
        for (int c = 1; c < binaries.length; c++) {
          best = x[binaries[c]] > x[binaries[best]] ? c : best;
        }
        return choices.get(best);
      }

      @Override
      public void setPoint(double[] x, Profile profile) {
        for (int c = 0; c < binaries.length; c++) {
          x[binaries[c]] = choices.get(c) == profile ? 1 : 0;
        }
      }
    };
  }
}
