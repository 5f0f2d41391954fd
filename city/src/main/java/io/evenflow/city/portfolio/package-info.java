/** Portfolios: many feeders, what they share, and days drawn for them. */
@NullMarked
package io.evenflow.city.portfolio;

import org.jspecify.annotations.NullMarked;
