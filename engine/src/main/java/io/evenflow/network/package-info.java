/**
 * The grid as a coupling: what the AC power flow of a period costs at given powers, what limits it
 * misses, and cuts that lie below it whatever the rounding.
 */
@NullMarked
package io.evenflow.network;

import org.jspecify.annotations.NullMarked;
