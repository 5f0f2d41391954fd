/** Prices of energy over the horizon. */
@NullMarked
package io.evenflow.market;

import org.jspecify.annotations.NullMarked;
