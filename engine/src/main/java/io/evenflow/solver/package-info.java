/** Adapters: they translate programs of {@code mip} to a solver and its answer back. */
@NullMarked
package io.evenflow.solver;

import org.jspecify.annotations.NullMarked;
