package io.evenflow.io;

import org.jspecify.annotations.Nullable;

/**
 * Columns of a price file by their names, where those do not tell what they hold.
 *
 * @param start the column of starts, null to find it; named, the file is read as a plain one
 * @param price the column of prices, null to find it
 */
public record PriceColumnNames(@Nullable String start, @Nullable String price) {
  /** Both are found. */
  public static final PriceColumnNames FOUND = new PriceColumnNames(null, null);
}
