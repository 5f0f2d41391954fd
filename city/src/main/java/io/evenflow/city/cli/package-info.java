/** The command {@code evenflow city}. */
@NullMarked
package io.evenflow.city.cli;

import org.jspecify.annotations.NullMarked;
