package io.evenflow.coordination;

/**
 * Profiles of a group's resources that the master weighs together.
 *
 * @param profiles in the order of the group's members
 * @param index its variable in the master, {@link #ALONE} while its group has no other
 */
record Column(Profile[] profiles, int index) {
  /** Not in the model: its weight is 1. */
  static final int ALONE = -1;

  double ownCost() {
    double sum = 0;
    for (Profile profile : profiles) {
      sum += profile.ownCost();
    }
    return sum;
  }

  boolean isNear(Profile[] others) {
    for (int i = 0; i < others.length; i++) {
      if (!profiles[i].isNear(others[i])) {
        return false;
      }
    }
    return true;
  }
}
