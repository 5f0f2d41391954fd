/**
 * Reads what other programs wrote and makes scenarios of it: tables of charging sessions, loads and
 * PV, requests of evcc's optimizer, scenarios of SpiceEV. What had to be assumed and what could not
 * be used is said in {@link io.evenflow.io.exchange.Notes}.
 */
@NullMarked
package io.evenflow.io.exchange;

import org.jspecify.annotations.NullMarked;
