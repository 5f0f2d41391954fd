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
   * @param chunks files of a full stage
   * @param folder where the tables belong
   */
  void write(Portfolio portfolio, List<Path> chunks, Path folder) throws IOException;
}
