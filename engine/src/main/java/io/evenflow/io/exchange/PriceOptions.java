package io.evenflow.io.exchange;

import io.evenflow.io.InputException;
import io.evenflow.io.PriceColumnNames;
import io.evenflow.io.PriceFile;
import io.evenflow.io.PriceMapping;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A file of prices and how it is to be read.
 *
 * @param table the file
 * @param names of columns that are not to be guessed
 * @param zone whose clocks prices follow that are moved from another day, null for the horizon's
 */
public record PriceOptions(TableText table, PriceColumnNames names, @Nullable ZoneId zone) {
  /** A file whose columns say what they hold. */
  public static PriceOptions of(TableText table) {
    return new PriceOptions(table, PriceColumnNames.FOUND, null);
  }

  /**
   * Reads the file.
   *
   * @throws InputException where it holds no such prices, or where it is open which column does
   */
  PriceFile read(String currency, Notes notes) {
    PriceMapping found = PriceMapping.of(table.file(), table.csv());
    if (names.price() != null) {
      notes.say(
          "%s: '%s' is taken for prices in %s/MWh"
              .formatted(Notes.name(table.file()), names.price(), currency));
    }
    try {
      return PriceFile.read(table.file(), table.csv(), currency, names);
    } catch (InputException problem) {
      if (names.start() == null && found.start() == null) {
        throw open(problem, "--prices-start");
      }
      throw names.price() == null && found.price() == null
          ? open(problem, "--prices-column")
          : problem;
    }
  }

  private static InputException open(InputException problem, String flag) {
    return new InputException(
        problem.sentence(), "Maybe say which it is: %s NAME.".formatted(flag));
  }
}
