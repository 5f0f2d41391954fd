package io.evenflow.cli;

/** The words of {@code --fair}. */
final class FairnessRule {
  static final String NONE = "none";
  static final String MAX_MIN = "max-min";

  private FairnessRule() {}

  /** Whether all shall have the same share. */
  static boolean isMaxMin(String rule) {
    if (!rule.equals(NONE) && !rule.equals(MAX_MIN)) {
      throw CommandException.badInput(
          "--fair '" + rule + "' is none of " + NONE + ", " + MAX_MIN,
          "Maybe a typing error; without --fair it is " + NONE + ".");
    }
    return rule.equals(MAX_MIN);
  }
}
