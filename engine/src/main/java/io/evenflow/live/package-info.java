/**
 * A site as the day happens: what is known of it now, what changes that, and plans of the rest of
 * the day that keep what was promised.
 */
@NullMarked
package io.evenflow.live;

import org.jspecify.annotations.NullMarked;
