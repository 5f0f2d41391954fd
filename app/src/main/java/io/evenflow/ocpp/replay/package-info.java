/**
 * Replays charging profiles on a small model of chargers and vehicles: what the messages do, told
 * from the messages alone.
 */
@NullMarked
package io.evenflow.ocpp.replay;

import org.jspecify.annotations.NullMarked;
