package io.evenflow.coordination;

/**
 * The quantities that resources move and couplings see, such as the power drawn at a station in a
 * period: each has a place, a period and a price of its own. Arrays are the object's own.
 *
 * @param place by row; rows of one place are neighbours
 * @param period by row
 * @param price what one unit costs by itself, by row. Unit: currency per unit
 */
public record Rows(int[] place, int[] period, double[] price) {
  public Rows {
    if (place.length != period.length || place.length != price.length) {
      throw new IllegalArgumentException(
          "rows need as many places (%d) as periods (%d) and prices (%d)"
              .formatted(place.length, period.length, price.length));
    }
  }

  public int size() {
    return place.length;
  }
}
