/**
 * Linear programs of many chains, such as batteries over time, that a few rows tie together, by an
 * interior-point method that eliminates every chain by itself.
 */
@NullMarked
package io.evenflow.interior;

import org.jspecify.annotations.NullMarked;
