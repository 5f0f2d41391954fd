/** Plans of a whole city: feeders solved in chunks, prices between them, and what is proven. */
@NullMarked
package io.evenflow.city.plan;

import org.jspecify.annotations.NullMarked;
