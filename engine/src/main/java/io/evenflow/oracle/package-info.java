/**
 * The two oracles of the certified method: what a session answers to prices, and what a period's
 * grid answers to the stations' powers. Each gives a value, a first-order answer and a bound that
 * stays true whatever the rounding.
 */
@NullMarked
package io.evenflow.oracle;

import org.jspecify.annotations.NullMarked;
