/**
 * What decides for itself on a feeder: sessions, each answering prices exactly by a dynamic program
 * over the energy in its battery.
 */
@NullMarked
package io.evenflow.resource;

import org.jspecify.annotations.NullMarked;
