/**
 * The day taken apart at the stations' net powers: the grid answers period by period, the sessions
 * answer one by one to prices, and a coordinator brings both together with a proof of how good the
 * outcome is. See docs/certified.md.
 */
@NullMarked
package io.evenflow.decomposition;

import org.jspecify.annotations.NullMarked;
