/** The mathematics of docs/model.md as programs of {@code mip}. */
@NullMarked
package io.evenflow.formulation;

import org.jspecify.annotations.NullMarked;
