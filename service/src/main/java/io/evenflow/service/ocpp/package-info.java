/**
 * Chargers of live sites over OCPP-J: what they say becomes events of their site, and each plan of
 * a site becomes profiles for those that are connected.
 */
@NullMarked
package io.evenflow.service.ocpp;

import org.jspecify.annotations.NullMarked;
