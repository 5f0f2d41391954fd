package io.evenflow.io.exchange;

import io.evenflow.io.CsvText;
import io.evenflow.io.InputException;
import java.nio.file.Path;

/**
 * A table as text, wherever it came from.
 *
 * @param file how sentences name it
 * @param csv what stands in it
 */
public record TableText(String file, String csv) {
  /**
   * Reads a file.
   *
   * @throws InputException where it cannot be read or is no text
   */
  public static TableText read(Path path) {
    return new TableText(path.toString(), CsvText.read(path));
  }

  /**
   * Reads what was sent under a name.
   *
   * @throws InputException where it is no text
   */
  public static TableText of(String file, byte[] bytes) {
    return new TableText(file, CsvText.decode(file, bytes));
  }
}
