/**
 * What decides for itself on a feeder: sessions, vehicles and batteries, each answering prices
 * exactly by a dynamic program over its energy.
 */
@NullMarked
package io.evenflow.resource;

import org.jspecify.annotations.NullMarked;
