package io.evenflow.service.problem;

import java.util.List;
import java.util.Optional;

/** All kinds of problems. */
public final class Kinds {
  private static final List<Kind> ALL =
      List.of(
          MalformedJson.KIND,
          MalformedForm.KIND,
          InvalidParameter.KIND,
          Unauthorized.KIND,
          ForeignOrigin.KIND,
          NotFound.KIND,
          MethodNotAllowed.KIND,
          NotReady.KIND,
          NoDocument.KIND,
          CannotBeSaid.KIND,
          SiteExists.KIND,
          BodyTooLarge.KIND,
          UnsupportedMediaType.KIND,
          Refused.KIND,
          InvalidScenario.KIND,
          IdempotencyKeyReused.KIND,
          QueueFull.KIND,
          ServiceFailed.KIND,
          Busy.KIND,
          ShuttingDown.KIND);

  private Kinds() {}

  /** In the order of their statuses. */
  public static List<Kind> all() {
    return ALL;
  }

  /** The kind of a slug. */
  public static Optional<Kind> of(String slug) {
    return ALL.stream().filter(kind -> kind.slug().equals(slug)).findFirst();
  }
}
