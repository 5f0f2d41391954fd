package io.evenflow.grid;

/** Two bus numbers, whichever comes first. */
record BusPair(int low, int high) {
  static BusPair of(int one, int other) {
    return new BusPair(Math.min(one, other), Math.max(one, other));
  }

  static BusPair of(Branch branch) {
    return of(branch.from(), branch.to());
  }

  @Override
  public String toString() {
    return low + "-" + high;
  }
}
