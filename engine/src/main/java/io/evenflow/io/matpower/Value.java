package io.evenflow.io.matpower;

/** What a variable holds. */
sealed interface Value permits Value.Text, Value.Cells, Matrix {
  record Text(String text) implements Value {}

  /** A cell array; its contents are not kept. */
  record Cells() implements Value {}

  /** How errors name its kind. */
  default String kind() {
    return switch (this) {
      case Text text -> "the string '" + text.text() + "'";
      case Cells cells -> "a cell array";
      case Matrix matrix -> "a matrix of " + matrix.shape();
    };
  }

  /** Itself, where numbers are needed. */
  default Matrix numbers() {
    if (this instanceof Matrix matrix) {
      return matrix;
    }
    throw new Unreadable(
        "found " + kind() + " where numbers are needed", "Maybe the wrong variable.");
  }
}
