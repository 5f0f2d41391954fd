/**
 * Resources and couplings brought together. {@link io.evenflow.coordination.Resource Resources}
 * answer prices with what they would do, {@link io.evenflow.coordination.Coupling couplings} answer
 * that with what it costs; from both come a plan and a bound that meet. Knows neither vehicles nor
 * grids: only rows, the quantities that the ones move and the others see.
 */
@NullMarked
package io.evenflow.coordination;

import org.jspecify.annotations.NullMarked;
