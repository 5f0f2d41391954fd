/** What meters see: tariffs, connections, plugs and peaks as couplings of sums of rows. */
@NullMarked
package io.evenflow.settlement;

import org.jspecify.annotations.NullMarked;
