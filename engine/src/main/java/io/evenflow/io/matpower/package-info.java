/**
 * Reads MATPOWER case files. A case file is a MATLAB function, and the ones for distribution
 * feeders compute: ohms become per unit and kW become MW in statements below the tables. So this
 * package is a small interpreter: {@link io.evenflow.io.matpower.Tokenizer} → {@link
 * io.evenflow.io.matpower.Parser} → {@link io.evenflow.io.matpower.Interpreter}. What it does not
 * know it refuses, with the line: a statement skipped could mean a grid that is silently wrong.
 */
@NullMarked
package io.evenflow.io.matpower;

import org.jspecify.annotations.NullMarked;
