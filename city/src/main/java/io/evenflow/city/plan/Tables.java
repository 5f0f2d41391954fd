package io.evenflow.city.plan;

import io.evenflow.city.portfolio.Portfolio;
import java.io.IOException;
import java.nio.file.Path;

/** Makes tables of the outcomes that chunks' files hold. */
public interface Tables {
  /**
   * Writes or replaces the tables.
   *
   * @param outcomes the outcome of every feeder
   * @param folder where the tables belong
   */
  void write(Portfolio portfolio, Outcomes outcomes, Path folder) throws IOException;
}
