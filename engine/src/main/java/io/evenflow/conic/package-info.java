/**
 * A primal-dual interior-point method for convex quadratic programs over second-order cones.
 *
 * <pre>
 *   minimise  ½ xᵀPx + qᵀx   subject to   Ax + s = b,   s ∈ zero × nonnegative × second-order cones
 * </pre>
 *
 * <p>The package knows no bus and no vehicle: it sees matrices, vectors and cones. The method is
 * the homogeneous embedding for quadratic objectives of Goulart &amp; Chen, "Clarabel: An
 * interior-point solver for conic programs with quadratic objectives" (arXiv:2405.12762), with the
 * Nesterov–Todd scaling of Vandenberghe, "The CVXOPT linear and quadratic cone program solvers"
 * (2010). Unlike there, every second-order cone is eliminated before the ordering and the factor, a
 * long one with two further rows in the spirit of Domahidi, Chu &amp; Boyd, "ECOS: An SOCP solver
 * for embedded systems" (doi:10.23919/ECC.2013.6669541).
 */
@NullMarked
package io.evenflow.conic;

import org.jspecify.annotations.NullMarked;
