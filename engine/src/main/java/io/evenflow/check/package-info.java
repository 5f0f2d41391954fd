/**
 * Independent verification: what a schedule does to the grid by the physics alone. It shares no
 * code with the formulation or with any solver, so an error there cannot hide here.
 */
@NullMarked
package io.evenflow.check;

import org.jspecify.annotations.NullMarked;
