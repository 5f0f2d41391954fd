/** Stations and the sessions of vehicles at them. */
@NullMarked
package io.evenflow.fleet;

import org.jspecify.annotations.NullMarked;
