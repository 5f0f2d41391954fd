package io.evenflow.io;

import static io.evenflow.io.Field.number;
import static io.evenflow.io.Field.wholeNumber;

import io.evenflow.grid.BranchRating;

/** An entry of {@code limits.branchRatings}. */
final class BranchRatingShape {
  private static final Field<Integer> FROM =
      wholeNumber("from")
          .says(
              "one bus of the branch or switch; parallel branches between its buses have one rating"
                  + " for all");
  private static final Field<Integer> TO = wholeNumber("to").says("the other bus");
  private static final Field<Double> MVA =
      number("mva").unit("MVA").above(0).says("apparent power allowed at each end, above 0");

  static final Shape<BranchRating> SHAPE =
      Shape.of(
              "Maybe leave it out for a branch without limit.",
              entry -> new BranchRating(entry.get(FROM), entry.get(TO), entry.get(MVA)))
          .with(FROM, BranchRating::from)
          .with(TO, BranchRating::to)
          .with(MVA, BranchRating::mva);

  private BranchRatingShape() {}
}
