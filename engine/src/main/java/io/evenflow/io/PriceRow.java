package io.evenflow.io;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of a price file.
 *
 * @param line of the file, counted from 1
 * @param end as the file states it, null where it does not
 * @param perMwh null where the file says that it has none. Unit: currency per MWh
 */
record PriceRow(long line, Instant start, @Nullable Instant end, @Nullable Double perMwh) {}
