/**
 * Experiments: scenarios drawn by seed, grids of runs over them, and the tables that follow. Rows
 * are the only thing tables know: running and analysing are separate.
 */
@NullMarked
package io.evenflow.study;

import org.jspecify.annotations.NullMarked;
