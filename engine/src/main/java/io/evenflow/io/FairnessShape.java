package io.evenflow.io;

import static io.evenflow.io.Field.number;
import static io.evenflow.io.Field.object;
import static io.evenflow.io.Field.texts;

import io.evenflow.scenario.Fairness;
import java.util.List;

/** A result's {@code fairness}. */
final class FairnessShape {
  private static final Field<Double> SHARE =
      number("share")
          .from(0)
          .to(1)
          .says(
              "that every session has: at least its energy on arrival and this share of what it"
                  + " wants more and its stay alone allows");
  private static final Field<Double> SHARE_BOUND =
      number("shareBound").from(0).to(1).says("no schedule gives a greater share to all");
  private static final Field<List<String>> SESSIONS =
      texts("sessions")
          .optional("")
          .says("those that have hardly more than the share; none where it is 1");

  static final Shape<Fairness> SHAPE =
      Shape.of(
              "Maybe the result is of another day.",
              entry -> {
                List<String> sessions = entry.orNull(SESSIONS);
                return new Fairness(
                    entry.get(SHARE),
                    entry.get(SHARE_BOUND),
                    sessions == null ? List.of() : sessions);
              })
          .whole()
          .with(SHARE, Fairness::share)
          .with(SHARE_BOUND, Fairness::shareBound)
          .with(SESSIONS, Fairness::sessions);

  static final Field<Fairness> FIELD =
      object("fairness", SHAPE)
          .optional("")
          .says(
              "where the same share for all was asked for, see below; status and bound then speak"
                  + " of schedules that give it");

  private FairnessShape() {}
}
