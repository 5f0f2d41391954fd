/**
 * Days as they happened, replayed: a simulator of site, vehicles and grid that knows no planner,
 * policies that decide with what is known at each moment, and how far they end from the best that
 * anybody could have done.
 */
@NullMarked
package io.evenflow.replay;

import org.jspecify.annotations.NullMarked;
