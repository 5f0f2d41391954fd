/**
 * A minimal central system of OCPP-J, 1.6, 2.0.1 and 2.1: what arrives from a charger, what is
 * answered, and profiles sent to it. Texts in, texts out: whatever carries WebSocket frames can be
 * put below it.
 */
@NullMarked
package io.evenflow.ocpp.central;

import org.jspecify.annotations.NullMarked;
