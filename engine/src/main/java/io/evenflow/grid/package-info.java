/**
 * The grid: buses, branches and generators as case files state them, and the radial feeder they
 * form. Quantities are in engineering units (MW, Mvar, kV, degrees) except where the name says per
 * unit; equations are elsewhere.
 */
@NullMarked
package io.evenflow.grid;

import org.jspecify.annotations.NullMarked;
