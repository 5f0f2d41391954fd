package io.evenflow.city.plan;

import io.evenflow.city.portfolio.Portfolio;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Makes tables of the outcomes that chunks' files hold. */
public interface Tables {
  /**
   * Writes or replaces the tables.
   *
   * @param outcomes the outcome of every feeder
   * @param limits what is made of everything that is shared
   * @param commuters what vehicles do that move between feeders
   * @param folder where the tables belong
   */
  void write(
      Portfolio portfolio,
      Outcomes outcomes,
      List<LimitUse> limits,
      CommuterPlans commuters,
      Path folder)
      throws IOException;
}
