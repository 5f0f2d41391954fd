/** Horizons: equal periods of a day or of any other stretch of time. */
@NullMarked
package io.evenflow.time;

import org.jspecify.annotations.NullMarked;
