/** Measures the engine on whole days, beside peers that solve the same programs. */
@NullMarked
package io.evenflow.benchmark;

import org.jspecify.annotations.NullMarked;
